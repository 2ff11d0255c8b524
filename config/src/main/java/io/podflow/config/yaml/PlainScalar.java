package io.podflow.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The meaning of an unquoted YAML word, by the core schema of YAML 1.2 without octal and hex. */
public final class PlainScalar {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private PlainScalar() {}

  /** The node that {@code text} stands for. */
  public static JsonNode resolve(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
      case "true", "True", "TRUE" -> NODES.booleanNode(true);
      case "false", "False", "FALSE" -> NODES.booleanNode(false);
      case ".nan", ".NaN", ".NAN" -> NODES.numberNode(Double.NaN);
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
          NODES.numberNode(Double.POSITIVE_INFINITY);
      case "-.inf", "-.Inf", "-.INF" -> NODES.numberNode(Double.NEGATIVE_INFINITY);
      default -> numberOrText(text);
    };
  }

  private static JsonNode numberOrText(String text) {
    if (WHOLE.matcher(text).matches()) {
      return whole(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
    }
    // adding 0.0 turns -0.0 into 0.0; -0.0 would be unequal to 0 and be written as -0.0
    return DECIMAL.matcher(text).matches()
        ? NODES.numberNode(Double.parseDouble(text) + 0.0)
        : NODES.textNode(text);
  }

  private static JsonNode whole(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return NODES.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? NODES.numberNode(value.longValue())
        : NODES.numberNode(value);
  }
}
