package io.podflow.connectors.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Checks texts on the wire, and shortens texts for error messages. */
final class WireText {

  private static final int SHOWN = 40;

  private WireText() {}

  /** A value for an error message, cut to {@value #SHOWN} characters. */
  static String shown(JsonNode value) {
    if (value.isContainerNode()) {
      return value.isArray() ? "a list" : "an object";
    }
    return value.isTextual() ? quoted(value.textValue()) : shortened(value.asText(), SHOWN);
  }

  /** A text for an error message, cut to {@value #SHOWN} characters and quoted as in JSON. */
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

  /** As {@link #cut}, but with … in place of the last character where the text is cut. */
  static String shortened(String text, int length) {
    return text.length() <= length ? text : cut(text, length - 1) + '…';
  }

  /** Whether a text can be written as UTF-8: JSON allows unpaired surrogates, UTF-8 does not. */
  static boolean isSound(String text) {
    return text.codePoints().noneMatch(WireText::isHalf);
  }

  /** The text with control characters and unpaired surrogates replaced by '?'. */
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
