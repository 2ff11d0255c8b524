package io.podflow.domain.market;

import java.text.Normalizer;

/**
 * What symbols and pods may be called: text in any script, as long as it can be a file name, a
 * cell, a line of a console and a part of an order id (decision DA5).
 */
public final class Naming {

  /** Unicode code points of the longest name. */
  public static final int LONGEST = 64;

  private static final String BAD_STARTS = ".-=+@";

  private Naming() {}

  /**
   * What is wrong with a name, as the end of a sentence about it; empty when nothing is.
   *
   * @param name as it is written
   */
  public static String fault(String name) {
    int length = name.codePointCount(0, name.length());
    if (length < 1 || length > LONGEST) {
      return "must have 1 to " + LONGEST + " characters, and has " + length;
    }
    String character = faultOfACharacter(name);
    if (!character.isEmpty()) {
      return character;
    }
    if (name.contains("..")) {
      return "must not contain two dots in a row";
    }
    if (isBlank(name.codePointAt(0)) || isBlank(name.codePointBefore(name.length()))) {
      return "must not begin or end with a blank";
    }
    if (BAD_STARTS.indexOf(name.charAt(0)) >= 0) {
      return "must not begin with one of . - = + @";
    }
    return Normalizer.isNormalized(name, Normalizer.Form.NFC)
        ? ""
        : "must be written in composed characters (Unicode NFC): "
            + Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String faultOfACharacter(String name) {
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int character = name.codePointAt(i);
      if (character == '\\') {
        return "must not contain a backslash";
      }
      if (Character.getType(character) == Character.SURROGATE) {
        return "must be whole characters, and has half of one in place " + (i + 1);
      }
      if (controls(character)) {
        return String.format("must not contain the control character U+%04X", character);
      }
    }
    return "";
  }

  /**
   * Whether a character shows nothing itself and changes how what stands beside it is shown: of
   * Unicode's control characters, the ends of lines, and those that turn the direction of text.
   */
  private static boolean controls(int character) {
    int type = Character.getType(character);
    boolean turnsText =
        (character >= 0x202A && character <= 0x202E)
            || (character >= 0x2066 && character <= 0x2069);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || turnsText;
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /**
   * The name of a symbol's file, without its ending: {@code BTC/USDT:USDT} lies in BTC-USDT-USDT.
   */
  public static String fileStem(String symbol) {
    return symbol.replace('/', '-').replace(':', '-');
  }

  /** A name inside an id whose parts are divided by colons: no colon, and never ambiguous. */
  public static String inId(String name) {
    return name.replace("%", "%25").replace(":", "%3A");
  }
}
