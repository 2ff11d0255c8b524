package io.podflow.report.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The width of a text in columns of a terminal. A Chinese, Japanese or Korean character and an
 * emoji take two columns; a combining mark takes none.
 */
public final class TextWidth {

  /** A grapheme: what a reader sees as one character, of one or more code points. */
  private static final Pattern SEEN_AS_ONE = Pattern.compile("\\X");

  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},
    {0x25FD, 0x25FE},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x267F, 0x267F},
    {0x2693, 0x2693},
    {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},
    {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},
    {0x26EA, 0x26EA},
    {0x26F2, 0x26F3},
    {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},
    {0x26FD, 0x26FD},
    {0x2705, 0x2705},
    {0x270A, 0x270B},
    {0x2728, 0x2728},
    {0x274C, 0x274C},
    {0x274E, 0x274E},
    {0x2753, 0x2755},
    {0x2757, 0x2757},
    {0x2795, 0x2797},
    {0x27B0, 0x27B0},
    {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},
    {0x2E80, 0x303E},
    {0x3041, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18CFF},
    {0x1AFF0, 0x1B2FF},
    {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A},
    {0x1F1E6, 0x1F320},
    {0x1F32D, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1F9FF},
    {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private static final int SHOWN_AS_EMOJI = 0xFE0F;

  private TextWidth() {}

  /** Width of the whole text in columns. */
  public static int of(String text) {
    int width = 0;
    Matcher seen = SEEN_AS_ONE.matcher(text);
    while (seen.find()) {
      width += seen.group().codePoints().map(TextWidth::columns).max().orElse(0);
    }
    return width;
  }

  /** The text padded with blanks on the right to at least {@code width} columns. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  private static int columns(int character) {
    int type = Character.getType(character);
    if (character == SHOWN_AS_EMOJI || isWide(character)) {
      return 2;
    }
    boolean none =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT;
    return none ? 0 : 1;
  }

  private static boolean isWide(int character) {
    int from = 0;
    int to = WIDE.length - 1;
    while (from <= to) {
      int middle = (from + to) / 2;
      if (character < WIDE[middle][0]) {
        to = middle - 1;
      } else if (character > WIDE[middle][1]) {
        from = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
