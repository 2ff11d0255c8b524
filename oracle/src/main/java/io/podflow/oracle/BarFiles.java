package io.podflow.oracle;

import io.podflow.oracle.Bars.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a folder of clean CSV files of one spacing and builds the pods' bars from their rows. */
public final class BarFiles {

  private record Line(
      long openTime, double open, double high, double low, double close, double volume) {}

  private final Config config;
  private final Map<String, List<Line>> lines = new TreeMap<>();
  private long spacing = Long.MAX_VALUE;
  private long warmUpFrom;
  private long horizon = Long.MIN_VALUE;
  private final List<Candle> candles = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  private BarFiles(Config config) {
    this.config = config;
  }

  public static Bars read(Path folder, Config config) throws IOException {
    BarFiles files = new BarFiles(config);
    for (String symbol : config.universe()) {
      Path file = folder.resolve(symbol.replace('/', '-') + ".csv");
      if (Files.exists(file)) {
        files.lines.put(symbol, files.lines(file));
      }
    }
    return files.bars();
  }

  private List<Line> lines(Path file) throws IOException {
    List<Line> read = new ArrayList<>();
    List<String> texts = Files.readAllLines(file);
    for (String text : texts.subList(1, texts.size())) {
      String[] fields = text.split(",", -1);
      long open = Instant.parse(fields[0]).toEpochMilli();
      if (!read.isEmpty()) {
        spacing = Math.min(spacing, open - read.get(read.size() - 1).openTime());
      }
      double[] prices = new double[5];
      Arrays.setAll(prices, i -> Double.parseDouble(fields[i + 1]));
      read.add(new Line(open, prices[0], prices[1], prices[2], prices[3], prices[4]));
    }
    return read;
  }

  private Bars bars() {
    LocalDate start = LocalDate.parse(config.backtest("start").asText());
    LocalDate end = LocalDate.parse(config.backtest("end").asText()).plusDays(1);
    long from = start.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    warmUpFrom = from - config.backtest("warmup_days").asLong() * Grid.DAY;
    for (List<Line> read : lines.values()) {
      horizon = Math.max(horizon, read.get(read.size() - 1).openTime() + spacing);
    }
    horizon = Math.min(horizon, end.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    for (String symbol : config.universe()) {
      if (lines.containsKey(symbol)) {
        symbol(symbol);
      } else {
        long time = Grid.closeAfter(warmUpFrom, config.finest(symbol));
        notice(time, symbol, "warning", "no file of bars for this symbol");
      }
    }
    return new Bars(warmUpFrom, from, horizon, candles, notices);
  }

  private void symbol(String symbol) {
    List<Line> inRange =
        lines.getOrDefault(symbol, List.of()).stream()
            .filter(line -> line.openTime() >= warmUpFrom)
            .filter(line -> line.openTime() + spacing <= horizon)
            .toList();
    for (String timeframe : config.timeframes(symbol)) {
      buckets(symbol, timeframe, inRange);
    }
  }

  private void buckets(String symbol, String timeframe, List<Line> inRange) {
    TreeMap<Long, List<Line>> buckets = new TreeMap<>();
    for (Line line : inRange) {
      long close = Grid.closeAfter(line.openTime(), timeframe);
      buckets.computeIfAbsent(close, c -> new ArrayList<>()).add(line);
    }
    boolean finest = timeframe.equals(config.finest(symbol));
    long length = Grid.length(timeframe);
    long before = 0;
    for (Map.Entry<Long, List<Line>> bucket : buckets.entrySet()) {
      long close = bucket.getKey();
      List<Line> rows = bucket.getValue();
      String share = rows.size() + " of " + length / spacing + " " + label(spacing) + " bars";
      if (close > horizon) {
        String cut = " bar cut off by the end of the input, not used: ";
        notice(horizon, symbol, "info", timeframe + cut + share);
        return;
      }
      if (finest && before == 0 && close > Grid.closeAfter(warmUpFrom, timeframe)) {
        notice(close, symbol, "info", "first bar, from " + Instant.ofEpochMilli(close - length));
      }
      long missed = before == 0 ? 0 : (close - before) / length - 1;
      if (missed > 0) {
        String closes = missed == 1 ? " close" : " closes";
        String text = "no " + timeframe + " bar at the " + missed + closes + " before";
        notice(close, symbol, "info", text);
      }
      if (rows.size() < length / spacing) {
        notice(close, symbol, "info", timeframe + " bar from " + share);
      }
      double lastClose = rows.get(rows.size() - 1).close();
      double high = rows.stream().mapToDouble(Line::high).max().orElseThrow();
      double low = rows.stream().mapToDouble(Line::low).min().orElseThrow();
      double volume = rows.stream().mapToDouble(Line::volume).sum();
      candles.add(
          new Candle(symbol, timeframe, close, rows.get(0).open(), high, low, lastClose, volume));
      before = close;
    }
    if (finest && before == 0) {
      long time = Grid.closeAfter(warmUpFrom, timeframe);
      notice(time, symbol, "warning", "no bar in the range of the run");
    } else if (finest && before + length <= horizon) {
      notice(before, symbol, "info", "last bar, to " + Instant.ofEpochMilli(before));
    }
  }

  private void notice(long time, String symbol, String severity, String message) {
    notices.add(new Notice(Math.min(time, horizon), symbol, severity, message));
  }

  private static String label(long spacing) {
    return spacing == Grid.DAY
        ? "1D"
        : spacing == Grid.DAY / 2 ? "12H" : spacing / 3_600_000L + "h";
  }
}
