package io.podflow.connectors.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Buffers a stream up to a line feed, so that a line can be parsed without a copy. A line feed is
 * added to a last line without one. A line longer than the buffer is truncated.
 */
final class LineBuffer implements Closeable {

  /** The longest line that is not truncated, bytes. */
  static final int LONGEST_LINE = 1 << 16;

  private final InputStream in;
  private final byte[] bytes = new byte[LONGEST_LINE + FastRow.SLACK];
  private int start;
  private int complete;
  private int filled;
  private boolean ended;
  private boolean cut;
  private long taken;

  LineBuffer(InputStream in) {
    this.in = in;
  }

  /**
   * The buffer; the next line starts at {@link #start()}. {@link FastRow#SLACK} bytes follow the
   * last line.
   */
  byte[] bytes() {
    return bytes;
  }

  /** Index of the first byte of the next line. */
  int start() {
    return start;
  }

  /** Index of the line feed that ends the next line. */
  int lineEnd() {
    int i = start;
    while (bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** The next line as text, without the line feed; moves to the line after it. */
  String take() {
    int end = lineEnd();
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    start = end + 1;
    return text;
  }

  /** Moves to the line that starts at index {@code next}. */
  void moveTo(int next) {
    start = next;
  }

  /** Whether the next line was truncated. */
  boolean isCut() {
    return cut;
  }

  /** Bytes of text that have been read from the stream so far. */
  long taken() {
    return taken;
  }

  /** Makes sure that a whole line is at {@link #start()}; false at the end of the stream. */
  boolean hasLine() throws IOException {
    return (start < complete && !cut) || refill();
  }

  private boolean refill() throws IOException {
    if (cut) {
      cut = false;
      skipToLineFeed();
    }
    System.arraycopy(bytes, start, bytes, 0, filled - start);
    filled -= start;
    start = 0;
    complete = 0;
    int searched = 0;
    while (complete == 0 && !ended && filled < LONGEST_LINE) {
      read();
      complete = lastLineFeed(searched) + 1;
      searched = filled;
    }
    if (complete == 0 && filled > 0) {
      cut = !ended;
      bytes[cut ? filled - 1 : filled++] = '\n';
      complete = filled;
    }
    return complete > 0;
  }

  private void read() throws IOException {
    int count = in.read(bytes, filled, LONGEST_LINE - filled);
    if (count < 0) {
      ended = true;
    } else {
      filled += count;
      taken += count;
    }
  }

  private int lastLineFeed(int from) {
    for (int i = filled - 1; i >= from; i--) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void skipToLineFeed() throws IOException {
    while (!ended) {
      start = 0;
      filled = 0;
      read();
      int i = 0;
      while (i < filled && bytes[i] != '\n') {
        i++;
      }
      if (i < filled) {
        start = i + 1;
        return;
      }
    }
    start = filled;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
