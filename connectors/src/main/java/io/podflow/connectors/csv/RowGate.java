package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.RunWindow;
import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Filters the rows of one file: returns the usable rows within the range of the run, one per bar
 * open, and records a finding for each rejected row. Of several rows with one bar open the last
 * counts, so the gate reads one row ahead.
 *
 * <p>Rows before and after the range are skipped without a finding. A malformed row without a
 * readable time gets its place in time from its neighbours: the row is reported if it follows a row
 * of the range, and otherwise waits for the next row with a time.
 */
final class RowGate implements Closeable {

  private static final long NONE = Long.MIN_VALUE;

  /** Whether the last row with a readable time lay inside the range of the run. */
  private enum Standing {
    AT_THE_TOP,
    INSIDE,
    OUTSIDE
  }

  /** A rejected row that waits for the next row with a readable time. */
  private record Waiting(Rejection why, String text) {}

  private final FileRows reader;
  private final Timeframe source;
  private final RunWindow window;
  private final InputCounter counter;
  private final double[] figures = new double[5];
  private final FileFindings findings = new FileFindings();
  private final List<Waiting> waiting = new ArrayList<>();
  private Standing standing = Standing.AT_THE_TOP;
  private boolean readAhead;
  private boolean ended;
  private long last = NONE;
  private long here;
  private String firstDuplicate = "";
  private String firstSuperseded = "";

  /**
   * @param reader rows, the earliest bar open first
   */
  RowGate(FileRows reader, Timeframe source, RunWindow window, InputCounter counter) {
    this.reader = reader;
    this.source = source;
    this.window = window;
    this.counter = counter;
    this.here = window.warmUpFrom();
  }

  /** Moves to the next row that can be used; false at the end of the file. */
  boolean next() {
    if (!readAhead && (ended || !advance())) {
      return false;
    }
    last = reader.openTime();
    here = last;
    reader.copyTo(figures);
    counter.used++;
    readAhead = advance();
    while (readAhead && reader.openTime() == last) {
      repeated();
      readAhead = advance();
    }
    return true;
  }

  /** Moves the reader to the next row that opens on the grid within the range. */
  private boolean advance() {
    while (true) {
      switch (reader.next()) {
        case END -> {
          end();
          return false;
        }
        case MALFORMED -> malformed();
        case ROW -> {
          if (admits(reader.openTime())) {
            return true;
          }
        }
      }
    }
  }

  private boolean admits(long openTime) {
    if (openTime < window.warmUpFrom() || openTime + source.millis() > window.horizon()) {
      standing = Standing.OUTSIDE;
      if (openTime < window.warmUpFrom()) {
        waiting.clear();
      }
      return false;
    }
    if (standing != Standing.INSIDE) {
      standing = Standing.INSIDE;
      reportWaiting(Math.max(openTime, here));
    }
    if (openTime - last != source.millis()) {
      if (!source.closesAt(openTime)) {
        reject(openTime, Rejection.OFF_GRID, reader.place() + ": " + offGrid(openTime));
        return false;
      }
      requireOrder(openTime);
    }
    counter.rows++;
    return true;
  }

  private String offGrid(long openTime) {
    return "timestamp "
        + Instant.ofEpochMilli(openTime)
        + " is not the open of a "
        + source
        + " bar in UTC";
  }

  private void requireOrder(long openTime) {
    if (openTime < last) {
      throw new BarInputException(
          reader.place() + " is out of order: the file has changed since the run began");
    }
  }

  private void reportWaiting(long position) {
    for (Waiting row : waiting) {
      reject(position, row.why(), row.text());
    }
    waiting.clear();
  }

  /** The reader is at another row with the present bar open: that row replaces the earlier row. */
  private void repeated() {
    boolean same = true;
    for (int role = Columns.OPEN; role <= Columns.VOLUME; role++) {
      same &= figures[role] == reader.value(role);
    }
    if (same) {
      firstDuplicate = counter.duplicates++ == 0 ? reader.place() : firstDuplicate;
      return;
    }
    if (counter.superseded++ == 0) {
      firstSuperseded = reader.place();
      findings.offenceToTellLater(supersedes());
    }
    reader.copyTo(figures);
  }

  private String supersedes() {
    return firstSuperseded + ": other figures than a line before it of the same time";
  }

  private void malformed() {
    long openTime = reader.openTime();
    boolean inRange =
        openTime != Timestamps.UNREADABLE
            && openTime >= window.warmUpFrom()
            && openTime + source.millis() <= window.horizon();
    if (inRange && standing != Standing.INSIDE) {
      standing = Standing.INSIDE;
      reportWaiting(Math.max(openTime, here));
    }
    waiting.add(new Waiting(reader.reason(), reader.place() + ": " + reader.problem()));
    if (standing == Standing.INSIDE) {
      reportWaiting(inRange ? openTime : here);
    }
  }

  private void reject(long position, Rejection why, String text) {
    counter.reject(why, text);
    findings.offence(Math.max(position, here), text);
  }

  private void end() {
    ended = true;
    if (standing == Standing.AT_THE_TOP) {
      reportWaiting(here);
    }
    if (counter.superseded > 0) {
      findings.warn(here, supersedes() + ", which it supersedes; " + inAll(counter.superseded));
    }
    if (counter.duplicates > 0) {
      findings.note(
          here,
          firstDuplicate + ": repeats a line before it, ignored; " + inAll(counter.duplicates));
    }
  }

  private static String inAll(long rows) {
    return rows + (rows == 1 ? " such row in all" : " such rows in all");
  }

  /** Open of the present row, epoch milliseconds UTC. */
  long openTime() {
    return last;
  }

  /** A price or the volume of the present row, by its role in {@link Columns}. */
  double value(int role) {
    return figures[role];
  }

  FileFindings findings() {
    return findings;
  }

  @Override
  public void close() {
    reader.close();
  }
}
