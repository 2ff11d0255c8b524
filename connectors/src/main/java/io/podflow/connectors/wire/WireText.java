package io.podflow.connectors.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What texts on the wire have to be, and what is done to those that end up in a message. */
final class WireText {

  private static final int SHOWN = 40;

  private WireText() {}

  /** A value as it may be put into a message: short. */
  static String shown(JsonNode value) {
    if (value.isContainerNode()) {
      return value.isArray() ? "a list" : "an object";
    }
    return value.isTextual() ? quoted(value.textValue()) : shortened(value.asText(), SHOWN);
  }

  /** The same of a text, quoted as in JSON. */
  static String quoted(String text) {
    return TextNode.valueOf(shortened(text, SHOWN)).toString();
  }

  /** At most {@code length} characters of {@code text}, without halving the last one. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, halves ? length - 1 : length);
  }

  /** The same, ending in … where something is missing. */
  static String shortened(String text, int length) {
    return text.length() <= length ? text : cut(text, length - 1) + '…';
  }

  /** Whether it can be written as UTF-8: JSON can spell halves of characters, UTF-8 cannot. */
  static boolean isSound(String text) {
    return text.codePoints().noneMatch(WireText::isHalf);
  }

  /** One line that can be written as UTF-8. */
  static String printable(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) || isHalf(c) ? '?' : c));
    return line.toString();
  }

  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
