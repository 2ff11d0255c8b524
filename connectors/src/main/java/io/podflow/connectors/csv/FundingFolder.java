package io.podflow.connectors.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.market.Naming;
import io.podflow.domain.market.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of funding rates: {@code BTC-USDT.csv} has the payments of BTC/USDT, with a header that
 * names {@code timestamp} (of the payment, as in files of bars) and {@code rate} (a fraction of the
 * position's value, positive when longs pay). A symbol without a file has no series.
 */
public final class FundingFolder {

  private static final String TIMESTAMP = "timestamp";
  private static final String RATE = "rate";

  private FundingFolder() {}

  /**
   * Reads the files of the universe's symbols into memory, which are small: about three rows a day.
   *
   * @throws BarInputException if the folder or a row cannot be used, naming file and line
   */
  public static Map<String, FundingRates.Series> read(Path folder, Universe universe) {
    if (!Files.isDirectory(folder)) {
      throw new BarInputException("no folder of funding rates: " + folder);
    }
    Map<String, FundingRates.Series> series = new TreeMap<>();
    for (String symbol : universe.symbols()) {
      Path file = folder.resolve(Naming.fileStem(symbol) + ".csv");
      if (InputFiles.exists(file)) {
        series.put(symbol, read(file));
      }
    }
    if (series.isEmpty()) {
      throw new BarInputException(
          "no file of funding rates for any symbol in "
              + folder
              + " (expected: one such as "
              + Naming.fileStem(universe.symbol(0))
              + ".csv)");
    }
    return series;
  }

  private static FundingRates.Series read(Path file) {
    double[] rates = new double[1024];
    long[] times = new long[1024];
    int n = 0;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (n == times.length) {
          times = Arrays.copyOf(times, 2 * n);
          rates = Arrays.copyOf(rates, 2 * n);
        }
        times[n] = time(file, row, n == 0 ? Long.MIN_VALUE : times[n - 1]);
        rates[n] = rate(file, row);
        n++;
      }
    } catch (CsvParseException e) {
      throw new BarInputException(file.getFileName() + ": " + e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new BarInputException(file.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
    return new FundingRates.Series(Arrays.copyOf(times, n), Arrays.copyOf(rates, n));
  }

  private static long time(Path file, NamedCsvRecord row, long previous) {
    String text = field(file, row, TIMESTAMP);
    long time = Timestamps.parse(text);
    if (time == Timestamps.UNREADABLE) {
      throw refusal(file, row, TIMESTAMP, text, "a time in UTC");
    }
    if (time <= previous) {
      throw refusal(file, row, TIMESTAMP, text, "later than the row before");
    }
    return time;
  }

  private static double rate(Path file, NamedCsvRecord row) {
    String text = field(file, row, RATE);
    double rate;
    try {
      rate = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refusal(file, row, RATE, text, "a number");
    }
    if (!(Math.abs(rate) < 1)) {
      throw refusal(file, row, RATE, text, "a fraction between -1 and 1");
    }
    return rate;
  }

  private static String field(Path file, NamedCsvRecord row, String column) {
    return row.findField(column)
        .orElseThrow(
            () ->
                new BarInputException(
                    file.getFileName()
                        + ":"
                        + row.getStartingLineNumber()
                        + ": no column "
                        + column
                        + " (expected: timestamp,rate)"));
  }

  private static BarInputException refusal(
      Path file, NamedCsvRecord row, String column, String value, String rule) {
    return new BarInputException(
        file.getFileName()
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
