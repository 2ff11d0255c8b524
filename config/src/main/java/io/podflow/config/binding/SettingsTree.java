package io.podflow.config.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.binding.KeyType.Elements;
import io.podflow.config.binding.KeyType.Section;
import io.podflow.config.binding.KeyType.Single;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes settings records as a tree of values with every key, in the order of the records. */
public final class SettingsTree {

  private SettingsTree() {}

  /** The section with all of its keys, null values included. */
  public static ObjectNode of(Record section) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    for (SettingKey key : SettingKey.of(section.getClass())) {
      tree.set(key.name(), value(key.type(), Records.get(key.component(), section)));
    }
    return tree;
  }

  private static JsonNode value(KeyType type, @Nullable Object value) {
    if (value == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (type instanceof Section) {
      return of((Record) value);
    }
    if (type instanceof Elements elements) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      ((List<?>) value).forEach(element -> list.add(value(elements.element(), element)));
      return list;
    }
    return type instanceof Single single
        ? single.scalar().writer().apply(value)
        : FreeValues.tree(value);
  }
}
