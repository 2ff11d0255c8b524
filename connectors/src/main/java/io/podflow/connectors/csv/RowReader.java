package io.podflow.connectors.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads one file row by row and counts the lines for error messages. */
final class RowReader implements FileRows {

  private static final String GZIP = ".gz";
  private static final String ZIP = ".zip";
  private static final int GZIP_BUFFER = 1 << 15;

  private final String file;
  private final LineBuffer lines;
  private final int[] roles;
  private final char delimiter;
  private final int headerLines;
  private final FastRow fast;
  private @Nullable RowText slow;
  private long line;

  private RowReader(String file, InputStream in) throws IOException {
    this.file = file;
    this.lines = new LineBuffer(in);
    Preamble preamble = Preamble.of(lines, file);
    this.roles = preamble.columns().roles();
    this.delimiter = preamble.delimiter();
    this.headerLines = preamble.lines();
    this.line = headerLines;
    this.fast = new FastRow(roles, delimiter);
  }

  static RowReader open(Path path) {
    try {
      return open(path, Files.newInputStream(path));
    } catch (IOException e) {
      throw unreadable(path.getFileName().toString(), e);
    }
  }

  /** Reads {@code raw}, the bytes of the file at {@code path}; {@link #close} closes the stream. */
  static RowReader open(Path path, InputStream raw) {
    String file = path.getFileName().toString();
    try {
      return new RowReader(file, unpacked(file, raw));
    } catch (IOException e) {
      close(raw);
      throw unreadable(file, e);
    } catch (BarInputException e) {
      close(raw);
      throw e;
    }
  }

  private static InputStream unpacked(String file, InputStream raw) throws IOException {
    if (file.endsWith(GZIP)) {
      return new GZIPInputStream(raw, GZIP_BUFFER);
    }
    return file.endsWith(ZIP) ? SingleEntry.of(raw) : raw;
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException ignored) {
      // the exception that led here has the better message
    }
  }

  private static BarInputException unreadable(String file, IOException e) {
    boolean broken = e instanceof EOFException || e instanceof ZipException;
    return new BarInputException(
        file
            + (broken
                ? " is no complete " + (file.endsWith(ZIP) ? "zip" : "gzip") + " file: "
                : " cannot be read: ")
            + e.getMessage(),
        e);
  }

  private String takeLine() {
    String text = lines.take();
    line++;
    return line == 1 ? Preamble.withoutMark(text) : text;
  }

  /** Lines before the first row. */
  int headerLines() {
    return headerLines;
  }

  /** The separator between two fields. */
  char delimiter() {
    return delimiter;
  }

  /** Number of the time column, counted from 1. */
  int timeField() {
    int field = 0;
    while (roles[field] != Columns.TIMESTAMP) {
      field++;
    }
    return field + 1;
  }

  /** Bytes of text read so far, unpacked. */
  long textBytes() {
    return lines.taken();
  }

  /** Number of the line of the present row, counted from 1. */
  long line() {
    return line;
  }

  @Override
  public Found next() {
    try {
      while (lines.hasLine()) {
        int following = fast.parse(lines.bytes(), lines.start());
        if (following >= 0) {
          lines.moveTo(following);
          line++;
          slow = null;
          return Found.ROW;
        }
        Found found = thoroughly();
        if (found != null) {
          return found;
        }
      }
      return Found.END;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Parses the next line with {@link RowText}; null when the line is blank. */
  private @Nullable Found thoroughly() {
    boolean cut = lines.isCut();
    String text = takeLine();
    if (cut) {
      slow = RowText.unreadable("line is longer than " + LineBuffer.LONGEST_LINE + " bytes");
      return Found.MALFORMED;
    }
    if (text.isBlank()) {
      return null;
    }
    RowText row = RowText.of(text, roles, delimiter);
    slow = row;
    return row.problem() == null ? Found.ROW : Found.MALFORMED;
  }

  @Override
  public String problem() {
    RowText row = slow;
    return row == null || row.problem() == null ? "" : row.problem();
  }

  @Override
  public Rejection reason() {
    RowText row = slow;
    return row == null ? Rejection.MALFORMED : row.reason();
  }

  @Override
  public String place() {
    return file + ":" + line;
  }

  @Override
  public long openTime() {
    RowText row = slow;
    return row == null ? fast.openTime() : row.openTime();
  }

  @Override
  public void copyTo(double[] figures) {
    RowText row = slow;
    if (row == null) {
      fast.copyTo(figures);
    } else {
      row.copyTo(figures);
    }
  }

  @Override
  public double value(int role) {
    RowText row = slow;
    return row == null ? fast.value(role) : row.value(role);
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
