package io.podflow.connectors.csv;

import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.Timeframe;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets through the rows of one file that can be used, in order and within the range of the run, and
 * says why it keeps out the others.
 *
 * <p>Rows before and after the range are passed over in silence. A malformed row whose time cannot
 * be read belongs where it stands: it is reported if it follows a row of the range, and otherwise
 * waits for the next row that tells where it is.
 */
final class RowGate implements Closeable {

  private static final long NONE = Long.MIN_VALUE;

  /** Where the last row stood whose time could be read. */
  private enum Standing {
    AT_THE_TOP,
    INSIDE,
    OUTSIDE
  }

  private final RowReader reader;
  private final Timeframe source;
  private final RunWindow window;
  private final InputCounter counter;
  private final double[] figures = new double[5];
  private final Findings findings = new Findings();
  private final List<String> waiting = new ArrayList<>();
  private Standing standing = Standing.AT_THE_TOP;
  private long last = NONE;
  private long here;
  private long beyond;
  private String firstBeyond = "";
  private String firstDuplicate = "";

  RowGate(RowReader reader, Timeframe source, RunWindow window, InputCounter counter) {
    this.reader = reader;
    this.source = source;
    this.window = window;
    this.counter = counter;
    this.here = window.warmUpFrom();
  }

  /** Moves to the next row that can be used; false at the end of the file. */
  boolean next() {
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
    if (openTime + source.millis() > window.horizon()) {
      passBeyond();
      return false;
    }
    if (openTime < window.warmUpFrom() && last == NONE) {
      standing = Standing.OUTSIDE;
      waiting.clear();
      return false;
    }
    arrive(openTime);
    counter.rows++;
    if (openTime - last != source.millis() && !isInOrder(openTime)) {
      return false;
    }
    last = openTime;
    here = openTime;
    reader.copyTo(figures);
    return true;
  }

  private void passBeyond() {
    standing = Standing.OUTSIDE;
    if (beyond++ == 0) {
      firstBeyond = reader.place();
    }
  }

  /** A row of the range: whatever stood before it stood in the range too. */
  private void arrive(long openTime) {
    if (standing == Standing.INSIDE) {
      return;
    }
    standing = Standing.INSIDE;
    reportWaiting(Math.max(openTime, here));
    if (beyond > 0) {
      counter.rows += beyond;
      counter.late += beyond;
      String many = beyond == 1 ? "" : ", and " + (beyond - 1) + " more";
      offend(openTime, firstBeyond + many + ": timestamp is after the range, later rows are not");
      beyond = 0;
    }
  }

  private void reportWaiting(long position) {
    for (String text : waiting) {
      counter.rows++;
      counter.rejected++;
      offend(position, text);
    }
    waiting.clear();
  }

  private boolean isInOrder(long openTime) {
    if (!source.closesAt(openTime)) {
      counter.rejected++;
      offend(openTime, reader.place() + ": timestamp is not the open of a " + source + " bar");
      return false;
    }
    if (openTime == last) {
      repeated();
    } else if (openTime < last) {
      counter.late++;
      offend(openTime, reader.place() + ": late, a row of a later time stands before it");
    }
    return openTime > last;
  }

  private void repeated() {
    boolean same = true;
    for (int role = Columns.OPEN; role <= Columns.VOLUME; role++) {
      same &= figures[role] == reader.value(role);
    }
    if (!same) {
      counter.conflicts++;
      offend(last, reader.place() + ": other figures than the row before it of the same time");
    } else if (counter.duplicates++ == 0) {
      firstDuplicate = reader.place();
    }
  }

  private void malformed() {
    long openTime = reader.openTime();
    boolean inRange =
        openTime != Timestamps.UNREADABLE
            && openTime >= window.warmUpFrom()
            && openTime + source.millis() <= window.horizon();
    if (inRange) {
      arrive(openTime);
    }
    waiting.add(reader.place() + ": " + reader.problem());
    if (standing == Standing.INSIDE) {
      reportWaiting(inRange ? openTime : here);
    }
  }

  private void offend(long position, String text) {
    findings.offence(Math.max(position, here), text);
  }

  private void end() {
    if (standing == Standing.AT_THE_TOP) {
      reportWaiting(here);
    }
    if (counter.duplicates > 0) {
      String text = firstDuplicate + ": repeats the row before it, ignored; " + counter.duplicates;
      findings.note(here, text + " such rows in all");
    }
  }

  /** Open of the present row, epoch milliseconds UTC. */
  long openTime() {
    return last;
  }

  /** A figure of the present row, by its role in {@link Columns}. */
  double value(int role) {
    return figures[role];
  }

  Findings findings() {
    return findings;
  }

  @Override
  public void close() {
    reader.close();
  }
}
