package io.podflow.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import io.podflow.config.binding.Durations;
import io.podflow.config.binding.KeyType;
import io.podflow.config.binding.Scalar;
import io.podflow.config.binding.SettingKey;
import io.podflow.domain.market.Naming;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.Replication;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a configuration, for completion and hints in editors. The
 * schema has types, bounds, defaults and meanings of single keys, but no rules between keys, unique
 * pod ids or parameters of strategies, and a schema accepts {@code 5.0} as a whole number: only
 * {@link ConfigReader} decides whether a configuration is valid.
 */
public final class ConfigSchema {

  private static final String NAME =
      "^(?![-.=+@\\s])(?!.*\\.\\.)[^\\\\\\u0000-\\u001f\\u007f-\\u009f]*$(?<!\\s)";

  private ConfigSchema() {}

  /** The schema as indented JSON. */
  public static String json() {
    return tree().toPrettyString() + "\n";
  }

  /** The schema as a tree. */
  public static ObjectNode tree() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.INLINE_ALL_SCHEMAS, Option.NULLABLE_ALWAYS_AS_ANYOF);
    builder
        .forTypesInGeneral()
        .withPropertySorter(Comparator.comparingInt(ConfigSchema::position))
        .withAdditionalPropertiesResolver(type -> isSection(type) ? Void.class : null)
        .withCustomDefinitionProvider((type, context) -> definition(type.getErasedType()));
    builder.forFields().withCustomDefinitionProvider((field, context) -> name(field));
    describe(builder.forFields());
    bound(builder.forFields());
    return new SchemaGenerator(builder.build()).generateSchema(PodflowSettings.class);
  }

  private static void describe(SchemaGeneratorConfigPart<FieldScope> fields) {
    fields
        .withPropertyNameOverrideResolver(field -> key(field).name())
        .withRequiredCheck(field -> key(field).required())
        .withNullableCheck(field -> isValue(field) && key(field).nullable())
        .withDescriptionResolver(field -> isValue(field) ? key(field).setting().value() : null)
        .withDefaultResolver(
            field -> isValue(field) && !key(field).required() ? key(field).defaultNode() : null);
  }

  /**
   * Next to "null or this section", {@code additionalProperties} would refuse every key of the
   * section.
   */
  private static boolean isSection(TypeScope type) {
    boolean alternative = type instanceof FieldScope field && key(field).nullable();
    return type.getType().getErasedType().isRecord() && !alternative;
  }

  private static void bound(SchemaGeneratorConfigPart<FieldScope> fields) {
    fields
        .withNumberInclusiveMinimumResolver(field -> minimum(field, false))
        .withNumberExclusiveMinimumResolver(field -> minimum(field, true))
        .withNumberInclusiveMaximumResolver(field -> maximum(field, false))
        .withNumberExclusiveMaximumResolver(field -> maximum(field, true))
        .withStringPatternResolver(ConfigSchema::pattern)
        .withArrayMinItemsResolver(
            field -> field.isContainerType() ? (int) key(field).range().min() : null)
        .withArrayUniqueItemsResolver(field -> field.isContainerType() ? true : null);
  }

  /**
   * The name of a symbol or pod: a text, or an unquoted word that YAML reads as a number or truth
   * value. A schema cannot check that the name is in Unicode's composed form.
   */
  private static @Nullable CustomPropertyDefinition name(FieldScope field) {
    boolean list = field.isContainerType();
    if (!field.isFakeContainerItemScope() && list || !key(field).setting().name()) {
      return null;
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    list(node, "type", List.of("string", "number", "boolean"));
    node.put("minLength", 1).put("maxLength", Naming.LONGEST).put("pattern", NAME);
    return new CustomPropertyDefinition(node, AttributeInclusion.YES);
  }

  private static @Nullable BigDecimal minimum(FieldScope field, boolean exclusive) {
    return key(field).range().above() == exclusive ? limit(field, key(field).range().min()) : null;
  }

  private static @Nullable BigDecimal maximum(FieldScope field, boolean exclusive) {
    return key(field).range().below() == exclusive ? limit(field, key(field).range().max()) : null;
  }

  private static @Nullable BigDecimal limit(FieldScope field, double limit) {
    boolean number = key(field).type() instanceof KeyType.Single;
    return number && Double.isFinite(limit) ? BigDecimal.valueOf(limit) : null;
  }

  private static @Nullable String pattern(FieldScope field) {
    String pattern = key(field).setting().pattern();
    return pattern.isEmpty() || field.isContainerType() ? null : whole(pattern);
  }

  private static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }

  /** Whether {@code field} is the key's value and not an element of its list. */
  private static boolean isValue(FieldScope field) {
    return !field.isFakeContainerItemScope();
  }

  private static SettingKey key(FieldScope field) {
    return keys(field).get(position(field));
  }

  private static List<SettingKey> keys(MemberScope<?, ?> field) {
    return SettingKey.of(field.getDeclaringType().getErasedType());
  }

  /**
   * Position of the key in the record, which is also the position in the effective configuration.
   */
  private static int position(MemberScope<?, ?> field) {
    return keys(field).stream()
        .map(key -> key.component().getName())
        .toList()
        .indexOf(field.getDeclaredName());
  }

  private static @Nullable CustomDefinition definition(Class<?> type) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (type.isEnum()) {
      list(node.put("type", "string"), "enum", Scalar.of(type).labels());
    } else if (type == LocalDate.class) {
      node.put("type", "string").put("pattern", whole("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
    } else if (type == Duration.class) {
      node.put("type", "string").put("pattern", whole(Durations.PATTERN));
    } else if (type == Replication.class) {
      ArrayNode kinds = node.putArray("anyOf");
      list(kinds.addObject(), "enum", List.of("auto"));
      kinds
          .addObject()
          .put("type", "integer")
          .put("minimum", 1)
          .put("maximum", Replication.Copies.MOST);
    } else if (type == Map.class) {
      list(
          node.put("type", "object").putObject("additionalProperties"),
          "type",
          List.of("number", "string", "boolean", "array", "object"));
    } else {
      return null;
    }
    return new CustomDefinition(node, DefinitionType.INLINE, AttributeInclusion.YES);
  }

  private static void list(ObjectNode node, String keyword, List<String> words) {
    words.forEach(node.putArray(keyword)::add);
  }
}
