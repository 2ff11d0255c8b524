package io.podflow.connectors.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A series of closes from a CSV file with the columns {@code time,close}, such as an index to
 * compare a run with.
 *
 * @param times of the closes, epoch milliseconds UTC, strictly rising
 * @param closes one per time, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
public record ClosesFile(long[] times, double[] closes) {

  private static final String TIME = "time";
  private static final String CLOSE = "close";

  /**
   * Reads the whole file.
   *
   * @throws BarInputException if the file cannot be read or a row breaks a rule, naming file and
   *     line
   */
  public static ClosesFile read(Path file) {
    long[] times = new long[1024];
    double[] closes = new double[1024];
    int n = 0;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (n == times.length) {
          times = Arrays.copyOf(times, 2 * n);
          closes = Arrays.copyOf(closes, 2 * n);
        }
        times[n] = time(file, row, n == 0 ? Long.MIN_VALUE : times[n - 1]);
        closes[n] = close(file, row);
        n++;
      }
    } catch (CsvParseException e) {
      throw new BarInputException(file + ": " + e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new BarInputException(
          file + " cannot be read: " + e + " (expected: a CSV file with the columns time,close)",
          e);
    }
    if (n == 0) {
      throw new BarInputException(file + ": no row (expected: one per close)");
    }
    return new ClosesFile(Arrays.copyOf(times, n), Arrays.copyOf(closes, n));
  }

  /**
   * The last close at or before {@code time}, epoch milliseconds UTC; NaN before the first close.
   */
  public double at(long time) {
    int found = Arrays.binarySearch(times, time);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? Double.NaN : closes[index];
  }

  private static long time(Path file, NamedCsvRecord row, long previous) {
    String text = field(file, row, TIME);
    long time = Timestamps.parse(text);
    if (time == Timestamps.UNREADABLE) {
      throw refusal(file, row, TIME, text, "a time in UTC");
    }
    if (time <= previous) {
      throw refusal(file, row, TIME, text, "later than the row before");
    }
    return time;
  }

  private static double close(Path file, NamedCsvRecord row) {
    String text = field(file, row, CLOSE);
    double close;
    try {
      close = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refusal(file, row, CLOSE, text, "a number");
    }
    if (!(close > 0) || close == Double.POSITIVE_INFINITY) {
      throw refusal(file, row, CLOSE, text, "a price above 0");
    }
    return close;
  }

  private static String field(Path file, NamedCsvRecord row, String column) {
    return row.findField(column)
        .orElseThrow(
            () ->
                new BarInputException(
                    file
                        + ":"
                        + row.getStartingLineNumber()
                        + ": no column "
                        + column
                        + " (expected: time,close)"));
  }

  private static BarInputException refusal(
      Path file, NamedCsvRecord row, String column, String value, String rule) {
    return new BarInputException(
        file
            + ":"
            + row.getStartingLineNumber()
            + ": "
            + column
            + " '"
            + value
            + "' (expected: "
            + rule
            + ")");
  }
}
