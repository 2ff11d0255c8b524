package io.podflow.connectors.csv;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into fields: trimmed, and without the quotes around a field. */
final class Fields {

  private static final int SHOWN = 40;

  private Fields() {}

  /** The separators that files use. */
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  /** The separator that splits a line into the most fields; a comma in a tie. */
  static char delimiter(String line) {
    char best = DELIMITERS[0];
    int most = split(line, best).size();
    for (char delimiter : DELIMITERS) {
      int fields = split(line, delimiter).size();
      if (fields > most) {
        most = fields;
        best = delimiter;
      }
    }
    return best;
  }

  static List<String> split(String line, char delimiter) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        fields.add(bare(line.substring(from, i)));
        from = i + 1;
      }
    }
    fields.add(bare(line.substring(from)));
    return fields;
  }

  /** A field without blanks and quotes around it. */
  static String bare(String field) {
    String text = field.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip() : text;
  }

  /**
   * A value for an error message: cut to {@value #SHOWN} code points, control characters as '?'.
   */
  static String shown(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .limit(SHOWN)
        .forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return value.codePointCount(0, value.length()) > SHOWN ? text + "…" : text.toString();
  }
}
