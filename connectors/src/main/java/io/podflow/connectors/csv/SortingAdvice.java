package io.podflow.connectors.csv;

import java.nio.file.Path;

/** The error for a file that is too large to be sorted here, with a shell command that sorts it. */
final class SortingAdvice {

  private SortingAdvice() {}

  static BarInputException tooLarge(Path path, RowReader reader) {
    String file = path.getFileName().toString();
    return new BarInputException(
        file
            + " is not in the order of time and holds more than "
            + (SortedRows.MOST_TEXT >> 20)
            + " MB of text (expected: that order, or less to sort). This command sorts it, where"
            + " all times are written alike: "
            + command(file, reader));
  }

  private static String command(String file, RowReader reader) {
    int header = reader.headerLines();
    String cat = file.endsWith(".gz") ? "gzip -dc " : file.endsWith(".zip") ? "unzip -p " : "cat ";
    String rows = "sort -s -t " + separator(reader.delimiter()) + " -k" + key(reader.timeField());
    String text =
        header == 0
            ? cat + file + " | " + rows
            : "("
                + cat
                + file
                + " | head -n "
                + header
                + "; "
                + cat
                + file
                + " | tail -n +"
                + (header + 1)
                + " | "
                + rows
                + ")";
    return text + " > sorted/" + file.replaceFirst("(\\.csv)?(\\.gz|\\.zip)?$", ".csv");
  }

  private static String separator(char delimiter) {
    return delimiter == '\t' ? "\"$(printf '\\t')\"" : "'" + delimiter + "'";
  }

  private static String key(int field) {
    return field + "," + field;
  }
}
