package io.podflow.config.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.podflow.api.Timeframe;
import io.podflow.domain.settings.Replication;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads and writes one kind of word or number. No type is converted: a quoted number is a text, and
 * a whole number has no decimal point.
 *
 * @param expected kind of the value in a message, with its article
 * @param labels the allowed texts; empty when texts are not limited to a list
 * @param placeholder value in place of a refused value, so that reading can go on
 * @param reader node to value; empty when the node is no value of this kind
 * @param writer value to node, the reverse of {@code reader}
 */
public record Scalar(
    String expected,
    List<String> labels,
    Object placeholder,
    Function<JsonNode, Optional<Object>> reader,
    Function<Object, JsonNode> writer) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Scalar WHOLE =
      new Scalar(
          "a whole number",
          List.of(),
          0,
          node ->
              node.isIntegralNumber() && node.canConvertToInt()
                  ? Optional.of(node.intValue())
                  : Optional.empty(),
          value -> NODES.numberNode((Integer) value));

  private static final Scalar NUMBER =
      new Scalar(
          "a number",
          List.of(),
          0.0,
          node ->
              node.isNumber() && Double.isFinite(node.doubleValue())
                  ? Optional.of(node.doubleValue())
                  : Optional.empty(),
          value -> plain((Double) value));

  private static final Scalar TRUTH =
      new Scalar(
          "true or false",
          List.of(),
          false,
          node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty(),
          value -> NODES.booleanNode((Boolean) value));

  private static final Scalar TEXT = ofText("a text", List.of(), "", text -> text, v -> (String) v);

  private static final Scalar TIMEFRAME =
      ofText(
          "one of " + join(timeframes()),
          timeframeSpellings(),
          Timeframe.D1,
          Timeframe::parse,
          Object::toString);

  private static final Scalar DAY =
      ofText(
          "a day written 2024-01-31",
          List.of(),
          LocalDate.EPOCH,
          LocalDate::parse,
          Object::toString);

  private static final Scalar DURATION =
      ofText(
          "a duration such as 500 ms, 30 s, 5 m or 2 h",
          List.of(),
          Duration.ZERO,
          Durations::parse,
          value -> Durations.text((Duration) value));

  private static final Scalar REPLICATION =
      new Scalar(
          "a whole number in [1, " + Replication.Copies.MOST + "] or auto",
          List.of(),
          Replication.Auto.AUTO,
          Scalar::replication,
          value ->
              value instanceof Replication.Copies copies
                  ? NODES.numberNode(copies.count())
                  : NODES.textNode("auto"));

  /**
   * The scalar for a type.
   *
   * @throws IllegalArgumentException for a type that settings do not use
   */
  public static Scalar of(Class<?> type) {
    if (type.isEnum()) {
      return ofLabels(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> WHOLE;
      case "double", "Double" -> NUMBER;
      case "boolean", "Boolean" -> TRUTH;
      case "String" -> TEXT;
      case "LocalDate" -> DAY;
      case "Duration" -> DURATION;
      case "Replication" -> REPLICATION;
      default -> throw new IllegalArgumentException("no configuration value is a " + type);
    };
  }

  private static Scalar ofLabels(Object[] constants) {
    if (constants instanceof Timeframe[]) {
      return TIMEFRAME;
    }
    List<String> labels = Arrays.stream(constants).map(Scalar::label).toList();
    return new Scalar(
        "one of " + join(labels),
        labels,
        constants[0],
        node ->
            labels.contains(node.textValue())
                ? Optional.of(constants[labels.indexOf(node.textValue())])
                : Optional.empty(),
        value -> NODES.textNode(label(value)));
  }

  private static Optional<Object> replication(JsonNode node) {
    if (node.isTextual() && node.textValue().equals("auto")) {
      return Optional.of(Replication.Auto.AUTO);
    }
    return node.isIntegralNumber()
            && node.canConvertToInt()
            && node.intValue() >= 1
            && node.intValue() <= Replication.Copies.MOST
        ? Optional.of(new Replication.Copies(node.intValue()))
        : Optional.empty();
  }

  private static Scalar ofText(
      String expected,
      List<String> labels,
      Object placeholder,
      Function<String, Object> parser,
      Function<Object, String> printer) {
    return new Scalar(
        expected,
        labels,
        placeholder,
        node -> node.isTextual() ? parsed(node.textValue(), parser) : Optional.empty(),
        value -> NODES.textNode(printer.apply(value)));
  }

  private static Optional<Object> parsed(String text, Function<String, Object> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean isNumber() {
    return placeholder instanceof Number;
  }

  /** A number without an exponent and with a point, which every YAML reader reads as a float. */
  static JsonNode plain(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value));
    return DecimalNode.valueOf(exact.scale() < 1 ? exact.setScale(1) : exact);
  }

  private static String label(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static List<String> timeframes() {
    return Arrays.stream(Timeframe.values()).map(Timeframe::label).toList();
  }

  /** Every spelling that {@link Timeframe#parse} accepts, for each timeframe the label first. */
  private static List<String> timeframeSpellings() {
    return timeframes().stream()
        .flatMap(
            label ->
                label.endsWith("m")
                    ? Stream.of(label)
                    : Stream.of(
                        label, label.toLowerCase(Locale.ROOT), label.toUpperCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  private static String join(List<String> labels) {
    return String.join(", ", labels);
  }
}
