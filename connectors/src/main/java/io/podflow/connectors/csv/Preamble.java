package io.podflow.connectors.csv;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines before the first row of a file: up to five lines that are neither header nor row, such
 * as an address or a comment, then a header, which may be absent.
 *
 * @param lines number of lines before the first row
 */
record Preamble(Columns columns, char delimiter, int lines) {

  private static final int MOST_OTHER_LINES = 5;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Reads the preamble, and leaves the buffer at the first row. */
  static Preamble of(LineBuffer buffer, String file) throws IOException {
    int line = 0;
    int others = 0;
    String top = null;
    while (buffer.hasLine() && others <= MOST_OTHER_LINES) {
      int start = buffer.start();
      String text = buffer.take();
      text = line++ == 0 ? withoutMark(text) : text;
      if (text.isBlank()) {
        continue;
      }
      char delimiter = Fields.delimiter(text);
      List<String> fields = Fields.split(text, delimiter);
      if (Columns.isRow(fields)) {
        buffer.moveTo(start);
        return new Preamble(Columns.withoutHeader(fields.size()), delimiter, line - 1);
      }
      if (fields.size() >= Columns.FEWEST && !text.startsWith("#")) {
        String row = Columns.dependsOnRows(fields) ? firstRow(buffer) : "";
        List<String> first = Fields.split(row, delimiter);
        return new Preamble(Columns.of(fields, first, file), delimiter, line);
      }
      top = top == null ? text : top;
      others++;
    }
    throw noHeader(top, file);
  }

  private static String firstRow(LineBuffer buffer) throws IOException {
    if (!buffer.hasLine()) {
      return "";
    }
    int start = buffer.start();
    String text = buffer.take();
    buffer.moveTo(start);
    return text;
  }

  /** Some editors put an invisible mark before the first character of a file. */
  static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static BarInputException noHeader(@Nullable String top, String file) {
    return top == null
        ? new BarInputException(file + " is empty (expected: a header and rows)")
        : Columns.unknown(Fields.split(top, Fields.delimiter(top)), file);
  }
}
