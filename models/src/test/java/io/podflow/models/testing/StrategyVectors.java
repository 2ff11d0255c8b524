package io.podflow.models.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The golden bars, features and forecasts of {@code vectors/strategies}. */
public final class StrategyVectors {

  public static final List<String> SYMBOLS = List.of("AAA/USDT", "BBB/USDT", "CCC/USDT");

  private StrategyVectors() {}

  /** Rows of a file that belong to a symbol, in order. */
  public static List<NamedCsvRecord> rows(String file, String symbol) {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(Shared.path("vectors/strategies/" + file))) {
      for (NamedCsvRecord row : reader) {
        if (row.getField("symbol").equals(symbol)) {
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** NaN for an empty field. */
  public static double number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** The daily bars of a symbol. */
  public static List<Bar> bars(String symbol) {
    return rows("ohlcv_1d.csv", symbol).stream()
        .map(
            row ->
                new Bar(
                    0,
                    Timeframe.D1,
                    Instant.parse(row.getField("bar_timestamp")).toEpochMilli(),
                    number(row, "open"),
                    number(row, "high"),
                    number(row, "low"),
                    number(row, "close"),
                    number(row, "volume")))
        .toList();
  }

  /** As much as a strategy would keep of the first bars. */
  public static BarHistory history(List<Bar> bars, int count) {
    BarHistory history = new BarHistory(BarHistory.MAX_BARS);
    bars.subList(0, count).forEach(history::append);
    return history;
  }
}
