package io.podflow.config.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.podflow.config.yaml.PlainScalar;
import io.podflow.domain.market.Naming;
import io.podflow.domain.settings.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One key of a section, as its record component declares it.
 *
 * @param name as written in YAML, in snake case
 * @param setting meaning, default and bounds
 * @param type shape of the value
 * @param nullable whether an explicit {@code null} is allowed
 * @param component component of the settings record that holds the value
 */
public record SettingKey(
    String name, Setting setting, KeyType type, boolean nullable, RecordComponent component) {

  /** A cache, because reflection on the keys takes longer than reading a file. */
  private static final ClassValue<List<SettingKey>> KEYS =
      new ClassValue<>() {
        @Override
        protected List<SettingKey> computeValue(Class<?> section) {
          return Arrays.stream(section.getRecordComponents()).map(SettingKey::of).toList();
        }
      };

  /** The keys of a section, in the order of the record's components. */
  public static List<SettingKey> of(Class<?> section) {
    return KEYS.get(section);
  }

  private static SettingKey of(RecordComponent component) {
    Setting setting =
        Objects.requireNonNull(
            component.getAnnotation(Setting.class), () -> component + " has no @Setting");
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    KeyType type = KeyType.of(component.getGenericType());
    return new SettingKey(snakeCase(component.getName()), setting, type, nullable, component);
  }

  /** {@code fundingBpsPer8h} is written {@code funding_bps_per_8h}. */
  static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", "_").toLowerCase(Locale.ROOT);
  }

  public boolean required() {
    return setting.def().equals(Setting.REQUIRED);
  }

  /** The default as a node, as if the file had the default. */
  public JsonNode defaultNode() {
    return setting.def().equals(Setting.SECTION)
        ? JsonNodeFactory.instance.objectNode()
        : PlainScalar.resolve(setting.def());
  }

  public Range range() {
    return Range.of(setting);
  }

  /** Whether a text may be the value of this key, or an element of a list value. */
  boolean allows(String text) {
    return setting.name()
        ? Naming.fault(text).isEmpty()
        : setting.pattern().isEmpty() || text.matches(setting.pattern());
  }

  /**
   * The rule as the end of a sentence: {@code must be a whole number in [1, 10]}.
   *
   * @param value value that breaks the rule
   */
  String rule(Scalar scalar, JsonNode value) {
    if (setting.name()) {
      return value.isTextual() ? Naming.fault(value.textValue()) : "must be " + words(scalar);
    }
    return "must be " + words(scalar) + (nullable ? " or null" : "");
  }

  /** The allowed values in words: {@code a number in (0, 1] or null}. */
  public String values() {
    return kind() + (nullable ? " or null" : "");
  }

  private String kind() {
    if (type instanceof KeyType.Single single) {
      return words(single.scalar());
    }
    if (type instanceof KeyType.Elements list) {
      return list.element() instanceof KeyType.Single single
          ? "a list, of which each is " + words(single.scalar())
          : "a list of sections";
    }
    return type instanceof KeyType.Section ? "a section" : "names with values, by the strategy";
  }

  private String words(Scalar scalar) {
    if (setting.name()) {
      return "a text of 1 to " + Naming.LONGEST + " characters";
    }
    String bounds = scalar.isNumber() ? range().words() : "";
    String words = setting.words().isEmpty() ? "" : " " + setting.words();
    return scalar.expected() + bounds + words;
  }
}
