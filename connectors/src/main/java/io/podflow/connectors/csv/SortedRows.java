package io.podflow.connectors.csv;

import io.podflow.domain.market.RunWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that is not in the order of time, sorted by bar open. Rows of one bar open
 * keep the order of their lines. A malformed row stays behind the row before it in the file. Only
 * the rows of the window are held in memory.
 */
final class SortedRows implements FileRows {

  /** The largest file that is sorted here, bytes of unpacked text. */
  static final long MOST_TEXT = 64L << 20;

  private static final long NOWHERE = Long.MIN_VALUE;
  private static final Comparator<Held> BY_TIME = Comparator.comparingLong(Held::sortTime);

  private final String file;
  private final List<Held> rows;
  private int at = -1;

  /**
   * One row.
   *
   * @param sortTime epoch milliseconds UTC; for a malformed row, mostly the time of a neighbouring
   *     row
   * @param openTime bar open, epoch milliseconds UTC, or {@link Timestamps#UNREADABLE} in a
   *     malformed row
   * @param bad fault of a malformed row; null when the row is sound
   */
  private record Held(
      long sortTime,
      long openTime,
      long line,
      double open,
      double high,
      double low,
      double close,
      double volume,
      @Nullable Bad bad) {

    Held at(long time) {
      return new Held(time, openTime, line, open, high, low, close, volume, bad);
    }
  }

  private record Bad(Rejection reason, String problem) {}

  private SortedRows(String file, List<Held> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads all of {@code reader} and closes it.
   *
   * @param window rows that open outside the window are left out
   */
  static SortedRows of(String file, RowReader reader, RunWindow window) {
    List<Held> rows = new ArrayList<>();
    List<Held> top = new ArrayList<>();
    long standing = NOWHERE;
    try (reader) {
      Found found;
      while ((found = reader.next()) != Found.END) {
        if (found == Found.ROW) {
          boolean first = standing == NOWHERE;
          standing = reader.openTime();
          long time = standing;
          if (first && isIn(window, time)) {
            top.forEach(bad -> rows.add(bad.at(time)));
          }
          if (isIn(window, time)) {
            rows.add(held(reader, time, true));
          }
        } else if (standing == NOWHERE) {
          top.add(held(reader, standing, false));
        } else if (isIn(window, standing) || isIn(window, reader.openTime())) {
          rows.add(held(reader, isIn(window, standing) ? standing : reader.openTime(), false));
        }
      }
    }
    rows.sort(BY_TIME);
    return new SortedRows(file, rows);
  }

  private static boolean isIn(RunWindow window, long openTime) {
    return openTime >= window.warmUpFrom() && openTime < window.horizon();
  }

  private static Held held(RowReader reader, long sortTime, boolean good) {
    return new Held(
        sortTime,
        reader.openTime(),
        reader.line(),
        reader.value(Columns.OPEN),
        reader.value(Columns.HIGH),
        reader.value(Columns.LOW),
        reader.value(Columns.CLOSE),
        reader.value(Columns.VOLUME),
        good ? null : new Bad(reader.reason(), reader.problem()));
  }

  @Override
  public Found next() {
    if (at + 1 >= rows.size()) {
      return Found.END;
    }
    return rows.get(++at).bad() == null ? Found.ROW : Found.MALFORMED;
  }

  @Override
  public String problem() {
    Bad bad = rows.get(at).bad();
    return bad == null ? "" : bad.problem();
  }

  @Override
  public Rejection reason() {
    Bad bad = rows.get(at).bad();
    return bad == null ? Rejection.MALFORMED : bad.reason();
  }

  @Override
  public String place() {
    return file + ":" + rows.get(at).line();
  }

  @Override
  public long openTime() {
    return rows.get(at).openTime();
  }

  @Override
  public void copyTo(double[] figures) {
    for (int role = Columns.OPEN; role <= Columns.VOLUME; role++) {
      figures[role] = value(role);
    }
  }

  @Override
  public double value(int role) {
    Held row = rows.get(at);
    return switch (role) {
      case Columns.OPEN -> row.open();
      case Columns.HIGH -> row.high();
      case Columns.LOW -> row.low();
      case Columns.CLOSE -> row.close();
      default -> row.volume();
    };
  }

  @Override
  public void close() {}
}
