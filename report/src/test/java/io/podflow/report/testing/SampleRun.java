package io.podflow.report.testing;

import io.podflow.api.Timeframe;
import io.podflow.connectors.rundb.RunCosts;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.connectors.rundb.RunFacts;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.SlippageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes up a run that looks like one, without an engine: a random market, pods that hold what their
 * random machines allow, books that add up. Good for looking at, not for checking figures.
 */
public final class SampleRun {

  private static final LocalDate START = LocalDate.of(2022, 1, 1);
  private static final double CAPITAL = 100_000;
  private static final double COST = 0.0006;
  private static final String[] STATES = {"ACTIVE", "UNDERPERFORMING", "COOLDOWN", "RE_ENTRY"};

  private final Random random = new Random(7);
  private final String[] pods;
  private final String[] symbols;
  private final int closes;
  private final double[] prices;
  private final double[] returns;
  private final int[][] state;
  private final int[][] age;
  private final double[][] held;
  private final double[] capital;
  private final double[] fraction;
  private final double[] index;
  private final double[] indexPeak;
  private final double[] indexDrawdown;
  private final double[] dayStart;
  private final double[] earned;
  private double reserve;
  private double peak = CAPITAL;

  private SampleRun(int pods, int symbols, int closes) {
    this.pods = names("trend-", pods);
    this.symbols = names("COIN", symbols);
    this.closes = closes;
    prices = filled(symbols, 100);
    returns = new double[symbols];
    state = new int[pods][symbols];
    age = new int[pods][symbols];
    held = new double[pods][symbols];
    fraction = filled(pods, 0.9 / pods);
    capital = filled(pods, CAPITAL * 0.9 / pods);
    reserve = CAPITAL * 0.1;
    index = filled(pods, 1);
    indexPeak = filled(pods, 1);
    indexDrawdown = new double[pods];
    dayStart = filled(pods, 1);
    earned = new double[pods];
  }

  /** A finished run folder of 12-hour closes, without its report. */
  public static RunSummary write(Path folder, String bars, int pods, int symbols, int closes)
      throws IOException {
    Files.createDirectories(folder);
    new SampleRun(pods, symbols, closes).writeRows(folder.resolve(RunFolder.DATABASE));
    TreeMap<String, Long> data = new TreeMap<>();
    data.put("bars", (long) symbols * closes);
    data.put("rejected_rows", 3L);
    RunFacts facts =
        new RunFacts(
            "quickstart-20260101T120000Z",
            "0.1.0",
            "9f2c4e1b7d",
            "51ab09c3e8",
            "inline",
            1,
            START,
            START.plusDays(closes / 2 - 1),
            Timeframe.D1,
            CAPITAL,
            bars,
            1.234,
            data,
            new RunCosts("perpetual", 4, 1, 2, 1.5, null, 0.01, SlippageSettings.NONE));
    try (RunDb db = RunDb.open(folder.resolve(RunFolder.DATABASE))) {
      RunSummary summary = RunSummary.of(facts, db);
      summary.write(folder.resolve(RunFolder.SUMMARY));
      return summary;
    }
  }

  private static String[] names(String stem, int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = stem + (char) ('A' + i);
    }
    return names;
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private void writeRows(Path file) {
    try (RunDbWriter writer = RunDbWriter.open(file)) {
      long start = START.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      for (int i = 0; i < closes; i++) {
        step(writer, start + (i + 1) * Timeframe.H12.millis(), i);
      }
      String last = symbols[symbols.length - 1];
      writer.write(
          Event.data(
              start,
              "",
              last,
              Severity.WARNING,
              "bars end 2023-02-01, the run ends later; stale after 3 missed closes"));
    }
  }

  private boolean listed(int symbol, int close) {
    boolean ended = symbol == symbols.length - 1 && close > closes * 0.7;
    boolean notYet = symbol == symbols.length - 2 && close < closes * 0.3;
    return !ended && !notYet;
  }

  private void step(RunDbWriter writer, long time, int close) {
    double common = random.nextGaussian() * 0.018 + (close % 400 < 60 ? -0.004 : 0.0012);
    for (int s = 0; s < symbols.length; s++) {
      returns[s] = listed(s, close) ? common + random.nextGaussian() * 0.015 : 0;
      prices[s] *= 1 + returns[s];
    }
    Books books = new Books(time);
    for (int p = 0; p < pods.length; p++) {
      stepPod(writer, time, close, p, books);
    }
    writer.write(books.close(close));
  }

  private void stepPod(RunDbWriter writer, long time, int close, int p, Books books) {
    double result = 0;
    for (int s = 0; s < symbols.length; s++) {
      result += held[p][s] * returns[s];
    }
    List<AssetRow> rows = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    double[] targets = new double[symbols.length];
    for (int s = 0; s < symbols.length; s++) {
      if (!listed(s, close)) {
        continue;
      }
      int before = state[p][s];
      double multiplier = advance(p, s);
      double signal = Math.sin(close / 40.0 + s + 2 * p) > 0.2 ? 0.8 : close < 20 ? 0 : -0.2;
      targets[s] = multiplier * signal / symbols.length;
      if (before != state[p][s]) {
        events.add(
            Event.transition(
                time,
                EventKind.SELECTOR,
                pods[p],
                symbols[s],
                STATES[before],
                STATES[state[p][s]],
                "score below 0.20 for 5 bars"));
      }
      rows.add(asset(time, close, p, s, signal, multiplier, targets[s]));
    }
    double traded = books.trade(p, held[p], targets);
    result -= traded * COST;
    held[p] = targets;
    earned[p] += capital[p] * result;
    capital[p] *= 1 + result;
    index[p] *= 1 + result;
    indexPeak[p] = Math.max(indexPeak[p], index[p]);
    indexDrawdown[p] = Math.max(indexDrawdown[p], 1 - index[p] / indexPeak[p]);
    writer.write(
        new PodDecision(
            p,
            time,
            targets,
            new boolean[symbols.length],
            new double[0],
            false,
            0,
            null,
            rows,
            events));
  }

  private AssetRow asset(
      long time, int close, int p, int s, double signal, double multiplier, double target) {
    return new AssetRow(
        time,
        pods[p],
        symbols[s],
        prices[s],
        close == 0 ? Double.NaN : returns[s],
        signal,
        signal == 0 ? "warm-up" : "",
        random.nextGaussian(),
        returns[s] * 3,
        0.1,
        0,
        0.5,
        1,
        random.nextDouble(),
        STATES[state[p][s]],
        "",
        multiplier,
        0,
        state[p][s] == 2 ? age[p][s] : 0,
        state[p][s] == 2 ? 0 : 1.0 / symbols.length,
        1,
        0,
        target,
        "");
  }

  /** Moves a machine at random, in the order of the real ones; returns its multiplier. */
  private double advance(int p, int s) {
    int bars = ++age[p][s];
    boolean leaves =
        switch (state[p][s]) {
          case 0 -> random.nextDouble() < 0.012;
          case 2 -> bars > 30 && random.nextDouble() < 0.1;
          default -> bars > 3;
        };
    if (leaves) {
      state[p][s] = (state[p][s] + 1) % STATES.length;
      age[p][s] = 0;
    }
    return switch (state[p][s]) {
      case 0 -> 1;
      case 1 -> 1 - age[p][s] / 4.0;
      case 2 -> 0;
      default -> age[p][s] / 4.0;
    };
  }

  /** What the portfolio books at one close. */
  private final class Books {
    private final long time;
    private final List<OrderRow> orders = new ArrayList<>();
    private final List<FillRow> fills = new ArrayList<>();
    private final List<PodFillRow> podFills = new ArrayList<>();
    private double fees;
    private double notional;

    Books(long time) {
      this.time = time;
    }

    double trade(int p, double[] before, double[] after) {
      double traded = 0;
      for (int s = 0; s < symbols.length; s++) {
        double change = after[s] - before[s];
        traded += Math.abs(change);
        if (Math.abs(change) > 0.02) {
          fill(p, s, change * capital[p]);
        }
      }
      return traded;
    }

    private void fill(int p, int s, double value) {
      String id = "main-" + symbols[s] + "-" + time / 1000 + "-" + p;
      String side = value > 0 ? "BUY" : "SELL";
      double quantity = Math.abs(value) / prices[s];
      double fee = Math.abs(value) * COST;
      fees += fee;
      notional += Math.abs(value);
      orders.add(
          new OrderRow(
              time - Timeframe.H12.millis(),
              id,
              symbols[s],
              side,
              quantity,
              prices[s],
              "signal",
              "FILLED",
              false,
              0,
              s == 0 ? 0.02 : 0.001));
      fills.add(
          new FillRow(
              time, id + "-f", id, symbols[s], side, quantity, prices[s], fee * 0.7, fee * 0.3));
      podFills.add(
          new PodFillRow(
              time,
              id + "-f",
              pods[p],
              symbols[s],
              Math.signum(value) * quantity,
              prices[s],
              fee,
              false,
              "signal"));
    }

    PortfolioDecision close(int close) {
      double equity = reserve;
      for (double c : capital) {
        equity += c;
      }
      peak = Math.max(peak, equity);
      List<Event> events = new ArrayList<>();
      List<AllocationRow> allocations = close % 60 == 59 ? rebalance(equity, events) : List.of();
      List<PositionRow> positions = new ArrayList<>();
      List<TargetRow> targets = new ArrayList<>();
      double invested = 0;
      double gross = 0;
      for (int s = 0; s < symbols.length; s++) {
        double value = 0;
        for (int p = 0; p < pods.length; p++) {
          value += held[p][s] * capital[p];
        }
        invested += value;
        gross += Math.abs(value);
        if (value != 0) {
          double share = value / equity;
          targets.add(
              new TargetRow(
                  time, symbols[s], Math.abs(share), share, 1, 1, 1, Double.NaN, share, ""));
          positions.add(
              new PositionRow(time, symbols[s], value / prices[s], prices[s], prices[s], value, 0));
        }
      }
      EquityRow row =
          new EquityRow(
              time,
              equity,
              equity - invested,
              reserve,
              gross / equity,
              invested / equity,
              1 - equity / peak,
              fees,
              0,
              notional / equity,
              0,
              gross / equity,
              0);
      return new PortfolioDecision(
          time,
          UtcDays.endsDay(time) ? podRows(close) : List.of(),
          allocations,
          targets,
          orders,
          fills,
          podFills,
          positions,
          List.of(row),
          List.of(),
          events,
          List.of(),
          List.of(new BenchmarkRow(time, BenchmarkRow.EQUAL_WEIGHT, CAPITAL * prices[0] / 100)),
          List.of());
    }

    private List<AllocationRow> rebalance(double equity, List<Event> events) {
      List<AllocationRow> rows = new ArrayList<>();
      double given = 0;
      for (int p = 0; p < pods.length; p++) {
        double before = capital[p] / equity;
        double wish = 0.95 / pods.length * (0.6 + 0.4 * random.nextDouble());
        double after = Math.min(before, wish) + Math.max(0, wish - before) * 0.5;
        rows.add(
            new AllocationRow(
                time,
                pods[p],
                "calendar",
                wish,
                wish,
                before,
                after,
                Math.abs(after - before),
                true));
        capital[p] = after * equity;
        fraction[p] = after;
        given += after;
      }
      reserve = (1 - given) * equity;
      events.add(
          new Event(
              time, EventKind.REBALANCE, "", "", "", "", Severity.INFO, "calendar: </script>"));
      return rows;
    }

    private double earned(int p) {
      double ofDay = earned[p];
      earned[p] = 0;
      return ofDay;
    }

    private List<PodRow> podRows(int close) {
      List<PodRow> rows = new ArrayList<>();
      for (int p = 0; p < pods.length; p++) {
        double daily = index[p] / dayStart[p] - 1;
        dayStart[p] = index[p];
        rows.add(
            new PodRow(
                time,
                pods[p],
                p == 0 ? "PRODUCTION" : "INCUBATION",
                fraction[p],
                capital[p],
                0.5,
                daily,
                index[p],
                earned(p),
                0,
                (index[p] - 1) * 2,
                indexDrawdown[p],
                1 - index[p] / indexPeak[p],
                Double.NaN,
                (close + 1) / 2));
      }
      return rows;
    }
  }
}
