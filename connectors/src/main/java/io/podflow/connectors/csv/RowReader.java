package io.podflow.connectors.csv;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads one file row by row, in place, and knows at every moment the line it is at. */
final class RowReader implements Closeable {

  /** What {@link #next} found. */
  enum Found {
    ROW,
    MALFORMED,
    END
  }

  private static final String GZIP = ".gz";
  private static final int GZIP_BUFFER = 1 << 15;

  private final String file;
  private final LineBuffer lines;
  private final int[] roles;
  private final FastRow fast;
  private @Nullable RowText slow;
  private long line;

  private RowReader(String file, InputStream in) throws IOException {
    this.file = file;
    this.lines = new LineBuffer(in);
    this.roles = Columns.of(header(), file).roles();
    this.fast = new FastRow(roles);
  }

  static RowReader open(Path path) {
    try {
      return open(path, Files.newInputStream(path));
    } catch (IOException e) {
      throw unreadable(path.getFileName().toString(), e);
    }
  }

  /** Reads {@code raw}, the bytes of the file at {@code path}, and closes it in the end. */
  static RowReader open(Path path, InputStream raw) {
    String file = path.getFileName().toString();
    try {
      return new RowReader(file, file.endsWith(GZIP) ? new GZIPInputStream(raw, GZIP_BUFFER) : raw);
    } catch (IOException e) {
      close(raw);
      throw unreadable(file, e);
    } catch (BarInputException e) {
      close(raw);
      throw e;
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException ignored) {
      // the reason for closing is the better message
    }
  }

  private static BarInputException unreadable(String file, IOException e) {
    boolean broken = e instanceof EOFException || e instanceof ZipException;
    return new BarInputException(
        file + (broken ? " is no complete gzip file: " : " cannot be read: ") + e.getMessage(), e);
  }

  private String header() throws IOException {
    while (lines.hasLine()) {
      String text = takeLine();
      String header = text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (!header.isBlank()) {
        return header;
      }
    }
    throw new BarInputException(file + " is empty (expected: a header and rows)");
  }

  private String takeLine() {
    int end = lines.lineEnd();
    String text =
        new String(lines.bytes(), lines.start(), end - lines.start(), StandardCharsets.UTF_8);
    lines.moveTo(end + 1);
    line++;
    return text;
  }

  /** Moves to the next row that is not blank. */
  Found next() {
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

  /** Null when the line is blank. */
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
    RowText row = RowText.of(text, roles);
    slow = row;
    return row.problem() == null ? Found.ROW : Found.MALFORMED;
  }

  /** What is wrong with the present row. */
  String problem() {
    RowText row = slow;
    return row == null || row.problem() == null ? "" : row.problem();
  }

  /** File and line of the present row: {@code BTC-USDT.csv:17}. */
  String place() {
    return file + ":" + line;
  }

  /** Open of the present row, or {@link Timestamps#UNREADABLE} of a malformed one. */
  long openTime() {
    RowText row = slow;
    return row == null ? fast.openTime() : row.openTime();
  }

  /** Copies the figures of the present row, by their roles in {@link Columns}. */
  void copyTo(double[] figures) {
    RowText row = slow;
    if (row == null) {
      fast.copyTo(figures);
    } else {
      row.copyTo(figures);
    }
  }

  /** A figure of the present row, by its role in {@link Columns}. */
  double value(int role) {
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
