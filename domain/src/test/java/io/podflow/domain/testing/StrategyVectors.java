package io.podflow.domain.testing;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The golden vectors of the strategies: CSV files with rows of several symbols. */
public final class StrategyVectors {

  /** Every symbol that the vectors have bars of. */
  public static final List<String> SYMBOLS = List.of("AAA/USDT", "BBB/USDT", "CCC/USDT");

  private StrategyVectors() {}

  /** The bars of one symbol, in order. */
  public static List<Bar> bars(Timeframe timeframe, String symbol) {
    String file = timeframe == Timeframe.D1 ? "ohlcv_1d.csv" : "ohlcv_12h.csv";
    return rows(file, symbol).stream().map(row -> bar(timeframe, row)).toList();
  }

  private static Bar bar(Timeframe timeframe, Map<String, String> row) {
    return new Bar(
        0,
        timeframe,
        time(row),
        number(row, "open"),
        number(row, "high"),
        number(row, "low"),
        number(row, "close"),
        number(row, "volume"));
  }

  /** The rows of one symbol, in order, by column name. */
  public static List<Map<String, String>> rows(String file, String symbol) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : rows(file)) {
      if (symbol.equals(row.get("symbol"))) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** All rows of a file, in order, by column name. */
  public static List<Map<String, String>> rows(String file) {
    List<String> lines = lines(file);
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Shared.path("vectors/strategies/" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Close of the bar that a row is about, epoch milliseconds UTC. */
  public static long time(Map<String, String> row) {
    return Instant.parse(row.getOrDefault("bar_timestamp", "absent")).toEpochMilli();
  }

  /** The number in a column; NaN where the cell is empty. */
  public static double number(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "absent");
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}
