package io.podflow.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.violation.Place;
import io.podflow.config.violation.ViolationLog;
import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one YAML document into a tree of values, with the line of every key. */
public final class YamlReader {

  /**
   * Most values of a document, each alias counted with all that it names: a few lines of aliases of
   * aliases could otherwise stand for more than memory holds.
   */
  private static final int MOST_VALUES = 200_000;

  private final ViolationLog log;
  private int values;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReader(ViolationLog log) {
    this.log = log;
  }

  /**
   * The document's root mapping. Empty when {@code text} is no YAML or its root is no mapping; the
   * log then has a violation.
   */
  public static Optional<ObjectNode> read(String text, ViolationLog log) {
    return new YamlReader(log).document(text);
  }

  private Optional<ObjectNode> document(String text) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      refuse(e.getProblemMark(), e.getProblem());
      return Optional.empty();
    } catch (YAMLException e) {
      refuse(null, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return Optional.empty();
    }
    try {
      return tree(root);
    } catch (TooManyValues e) {
      log.add("", "", "must have at most " + MOST_VALUES + " values, those of aliases counted");
      return Optional.empty();
    }
  }

  /** A document that is not read to its end. */
  private static final class TooManyValues extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private Optional<ObjectNode> tree(@Nullable Node root) {
    if (root instanceof MappingNode mapping) {
      return Optional.of(mapping(mapping, ""));
    }
    String found = root == null ? "" : value(root, "").toString();
    log.add("", found, "the document must be a mapping with the key orchestrator");
    return Optional.empty();
  }

  private void refuse(@Nullable Mark mark, String problem) {
    int line = mark == null ? 0 : mark.getLine() + 1;
    log.add("", new Place(log.places().source(), line), "", "not valid YAML: " + problem);
  }

  private JsonNode value(Node node, String path) {
    values++;
    if (values > MOST_VALUES) {
      throw new TooManyValues();
    }
    if (node instanceof ScalarNode scalar) {
      if (scalar.getScalarStyle() == ScalarStyle.PLAIN) {
        log.places().putWord(path, scalar.getValue());
      }
      return scalar(scalar);
    }
    if (!open.add(node)) {
      log.add(path, "", "must not contain itself");
      return JsonNodeFactory.instance.nullNode();
    }
    JsonNode value =
        node instanceof MappingNode mapping
            ? mapping(mapping, path)
            : sequence((SequenceNode) node, path);
    open.remove(node);
    return value;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? PlainScalar.resolve(scalar.getValue())
        : JsonNodeFactory.instance.textNode(scalar.getValue());
  }

  private ObjectNode mapping(MappingNode node, String path) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : node.getValue()) {
      Node keyNode = entry.getKeyNode();
      if (keyNode.getTag().equals(Tag.MERGE)) {
        continue;
      }
      if (!(keyNode instanceof ScalarNode key)) {
        log.add(path, place(keyNode), "", "a key must be a word");
        continue;
      }
      String child = ViolationLog.child(path, key.getValue());
      if (mapping.has(key.getValue())) {
        String first = "given twice, first in line " + log.places().of(child).line();
        log.add(child, place(keyNode), scalarText(entry.getValueNode()), first);
        continue;
      }
      log.places().put(child, place(keyNode));
      mapping.set(key.getValue(), value(entry.getValueNode(), child));
    }
    merge(node, mapping, path);
    return mapping;
  }

  /** Adds the keys of mappings that {@code <<} names; keys of this mapping win (DA5). */
  private void merge(MappingNode node, ObjectNode mapping, String path) {
    for (NodeTuple entry : node.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        Node merged = entry.getValueNode();
        List<Node> sources = merged instanceof SequenceNode all ? all.getValue() : List.of(merged);
        sources.forEach(source -> merge(source, entry.getKeyNode(), mapping, path));
      }
    }
  }

  private void merge(Node source, Node key, ObjectNode mapping, String path) {
    if (!(source instanceof MappingNode from)) {
      String rule = "must name a mapping, as *name, or a list of them";
      log.add(ViolationLog.child(path, "<<"), place(key), scalarText(source), rule);
      return;
    }
    if (!open.add(from)) {
      log.add(path, place(key), "", "must not contain itself");
      return;
    }
    for (NodeTuple entry : from.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode word
          && !word.getTag().equals(Tag.MERGE)
          && !mapping.has(word.getValue())) {
        String child = ViolationLog.child(path, word.getValue());
        log.places().put(child, place(word));
        mapping.set(word.getValue(), value(entry.getValueNode(), child));
      }
    }
    merge(from, mapping, path);
    open.remove(from);
  }

  private static String scalarText(Node node) {
    return node instanceof ScalarNode scalar ? scalar(scalar).toString() : "";
  }

  private ArrayNode sequence(SequenceNode node, String path) {
    ArrayNode sequence = JsonNodeFactory.instance.arrayNode();
    for (Node element : node.getValue()) {
      String child = ViolationLog.child(path, sequence.size());
      log.places().put(child, place(element));
      sequence.add(value(element, child));
    }
    return sequence;
  }

  private Place place(Node node) {
    return new Place(log.places().source(), node.getStartMark().getLine() + 1);
  }
}
