package io.podflow.app.backtest;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigException;
import io.podflow.config.ConfigReader;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInputException;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.ClosesFile;
import io.podflow.connectors.csv.MarketRecords;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.metrics.EqualParts;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark that {@code backtest.benchmark} names (decision FI2): a symbol of the folder of
 * bars, which is bought once and held, or a CSV file of closes, which is an index without trading
 * costs. The benchmark is read before the run, so that a mistake shows at once, and its equity is
 * written after the run, at the closes of the run.
 */
final class NamedBenchmark {

  private final String name;
  private final RunScope scope;
  private final List<Bar> bars;
  private final @Nullable ClosesFile closes;

  private NamedBenchmark(String name, RunScope scope, List<Bar> bars, @Nullable ClosesFile closes) {
    this.name = name;
    this.scope = scope;
    this.bars = bars;
    this.closes = closes;
  }

  /**
   * @param folder of bars
   * @return null when the settings name no benchmark
   * @throws io.podflow.connectors.csv.BarInputException if the benchmark cannot be read
   */
  static @Nullable NamedBenchmark read(PodflowSettings settings, RunScope scope, Path folder) {
    String text = settings.backtest().benchmark();
    if (text == null) {
      return null;
    }
    try {
      return read(text, scope, folder);
    } catch (BarInputException | ConfigException | InvalidPathException e) {
      throw new BarInputException(
          "backtest.benchmark: '"
              + text
              + "' cannot be used (expected: a symbol with a file of bars, or a CSV file with the"
              + " columns time,close): "
              + e.getMessage(),
          e);
    }
  }

  private static NamedBenchmark read(String text, RunScope scope, Path folder) {
    if (text.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      Path file = Path.of(text);
      return new NamedBenchmark(
          String.valueOf(file.getFileName()), scope, List.of(), ClosesFile.read(file));
    }
    return new NamedBenchmark(text, scope, bars(text, scope, folder), null);
  }

  private static List<Bar> bars(String symbol, RunScope scope, Path folder) {
    PortfolioLayout layout = alone(symbol, timeframe(symbol, scope.layout()));
    BarInventory inventory = BarFolder.inventory(folder, layout);
    List<Bar> bars = new ArrayList<>();
    try (MarketRecords records = BarFolder.open(inventory, layout, scope.window(), 0, 1)) {
      while (records.hasNext()) {
        Bar bar = records.next().bar();
        if (bar != null && !scope.window().warmsUp(bar.closeTime())) {
          bars.add(bar);
        }
      }
    }
    return bars;
  }

  /** The timeframe on which the portfolio would fill orders of the symbol. */
  private static Timeframe timeframe(String symbol, PortfolioLayout layout) {
    int known = layout.universe().symbols().indexOf(symbol);
    return known < 0 ? layout.timeframes().get(0) : layout.finestTimeframe(known);
  }

  /** The layout of a portfolio that trades only the symbol; all other settings do not matter. */
  private static PortfolioLayout alone(String symbol, Timeframe timeframe) {
    String text =
        "orchestrator: {pods: [{pod_id: benchmark, strategy_name: buy-and-hold, timeframe: "
            + timeframe.label()
            + ", symbols: ['"
            + symbol.replace("'", "''")
            + "']}]}";
    return PortfolioLayout.of(
        ConfigReader.installed().parse(text, "backtest.benchmark").orThrow().orchestrator());
  }

  /**
   * Writes the benchmark's rows of {@code benchmarks} into the {@code run.db} of a finished run.
   */
  void write(Path runDb) {
    List<Long> times;
    try (RunDb db = RunDb.open(runDb)) {
      times = db.query("SELECT time FROM equity ORDER BY time", row -> row.time(0));
    }
    try (RunDbWriter writer = RunDbWriter.open(runDb)) {
      double[] equity = closes == null ? held(times) : indexed(times, closes);
      for (int i = 0; i < equity.length; i++) {
        writer.write(RunTable.BENCHMARKS, new BenchmarkRow(times.get(i), name, equity[i]));
      }
    }
  }

  private double[] held(List<Long> times) {
    EqualParts all = new EqualParts(scope.capital(), 1);
    double costRate = scope.layout().settings().costRate();
    double[] equity = new double[times.size()];
    int next = 0;
    while (next < bars.size() && !times.isEmpty() && bars.get(next).closeTime() < times.get(0)) {
      next++;
    }
    int first = next;
    for (int i = 0; i < equity.length; i++) {
      for (; next < bars.size() && bars.get(next).closeTime() <= times.get(i); next++) {
        all.bar(0, bars.get(next).open(), bars.get(next).close(), costRate);
      }
      if (next > first && isStale(bars.get(next - 1), times.get(i))) {
        all.stale(0, costRate);
      }
      equity[i] = all.equity();
    }
    return equity;
  }

  private boolean isStale(Bar last, long time) {
    long missed = (time - last.closeTime()) / last.timeframe().millis();
    return missed >= scope.layout().settings().staleAfterBars();
  }

  /**
   * Equity of the index, relative to the last close at or before the start of the first day, or
   * else to the first close in the range.
   */
  private double[] indexed(List<Long> times, ClosesFile index) {
    double[] equity = new double[times.size()];
    double base =
        times.isEmpty() ? Double.NaN : index.at(UtcDays.dayOf(times.get(0)) * UtcDays.DAY_MILLIS);
    for (int i = 0; i < equity.length; i++) {
      double now = index.at(times.get(i));
      base = Double.isNaN(base) ? now : base;
      equity[i] = Double.isNaN(now) ? scope.capital() : scope.capital() * now / base;
    }
    return equity;
  }
}
