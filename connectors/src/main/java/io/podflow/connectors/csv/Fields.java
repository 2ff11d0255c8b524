package io.podflow.connectors.csv;

import java.util.ArrayList;
import java.util.List;

/** The fields of one line as text: trimmed, and without the quotes around them. */
final class Fields {

  private static final int SHOWN = 40;

  private Fields() {}

  static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(bare(line.substring(from, i)));
        from = i + 1;
      }
    }
    fields.add(bare(line.substring(from)));
    return fields;
  }

  private static String bare(String field) {
    String text = field.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip() : text;
  }

  /** A value as it may be put into a message: short, and printable. */
  static String shown(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .limit(SHOWN)
        .forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return value.codePointCount(0, value.length()) > SHOWN ? text + "…" : text.toString();
  }
}
