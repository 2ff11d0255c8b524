package io.podflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lifecycle of one pod, from its recorded days (L3, D1, AC2, AC3, AC5, AC6). What the monitors
 * say is not recomputed: they decide nothing.
 */
final class Lives {

  private static final double TOLERANCE = 1e-12;

  /**
   * A day of the pod.
   *
   * @param score the detector's, as the day was judged by it; NaN once the pod has retired
   * @param events kind lifecycle: from, to, severity, message
   */
  record Day(long close, String state, double score, List<String[]> events) {}

  private final Run run;
  private final PodBook book;
  private final JsonNode graduation;
  private final JsonNode retirement;
  private final Detector detector;
  private final List<Day> days = new ArrayList<>();
  private final List<Double> returns = new ArrayList<>();
  private String state;
  private long entered;
  private long first = Long.MIN_VALUE;
  private int lossMonths;
  private double month = 1;
  private String drawdownLevel = "info";

  Lives(Run run, PodBook book) {
    this.run = run;
    this.book = book;
    this.graduation = run.config.orchestrator("graduation");
    this.retirement = run.config.orchestrator("retirement");
    this.detector = new Detector(run.config.orchestrator("page_hinkley"));
    this.state = book.pod.initialState();
    for (Row row : run.recorded.rows("pods")) {
      if (row.text("pod").equals(book.pod.id())) {
        days.add(day(row));
      }
    }
  }

  List<Day> days() {
    return days;
  }

  private Day day(Row row) {
    List<String[]> events = new ArrayList<>();
    double r = row.number("daily_return");
    boolean active = !state.equals("RETIRED");
    if (!active || (first == Long.MIN_VALUE && Double.isNaN(r))) {
      return new Day(row.time, state, active ? detector.score() : Double.NaN, events);
    }
    long day = Grid.day(row.time);
    if (first == Long.MIN_VALUE) {
      first = day;
      entered = day - 1;
    }
    count(day, r);
    if (!Double.isNaN(r)) {
      drawdown(row, events);
    }
    double score = detector.score();
    boolean ofAll = run.config.orchestrator("lifecycle").path("enabled").asBoolean();
    String next = r <= -1 ? "RETIRED|ruined" : book.pod.isJudged(ofAll) ? next(row, day) : "";
    if (!next.isEmpty()) {
      String[] parts = next.split("\\|", -1);
      events.add(new String[] {state, parts[0], severity(parts[0]), parts[1]});
      if (parts[0].equals("PRODUCTION") && !state.equals("INCUBATION")) {
        detector.restart();
      }
      state = parts[0];
      entered = day;
    }
    return new Day(row.time, state, score, events);
  }

  private void count(long day, double r) {
    if (!Double.isNaN(r)) {
      returns.add(r);
      detector.feed(r);
      month *= 1 + r;
    }
    if ((day - first) % 30 == 29) {
      lossMonths = month - 1 < -TOLERANCE ? lossMonths + 1 : 0;
      month = 1;
    }
  }

  private void drawdown(Row row, List<String[]> events) {
    double now = row.number("drawdown");
    double warning = book.pod.number("drawdown_warning");
    double critical = book.pod.number("max_drawdown");
    String level =
        now >= critical - TOLERANCE ? "critical" : now >= warning - TOLERANCE ? "warning" : "info";
    if (!level.equals(drawdownLevel)) {
      drawdownLevel = level;
      String text = "drawdown " + text(now);
      String message =
          switch (level) {
            case "info" -> text + " is below drawdown_warning " + warning;
            case "warning" ->
                text + " is between drawdown_warning " + warning + " and max_drawdown " + critical;
            default -> text + " has reached max_drawdown " + critical;
          };
      events.add(new String[] {"", "", level, message});
    }
  }

  /** The state that is entered and why, or nothing. */
  private String next(Row row, long day) {
    boolean known = !Double.isNaN(row.number("daily_return"));
    boolean enough = returns.size() >= 10;
    long inState = day - entered;
    double deepest = row.number("max_drawdown");
    double score = detector.score();
    if (known && deepest >= retirement.path("max_drawdown_breach").asDouble() - TOLERANCE) {
      return "RETIRED|drawdown " + text(deepest) + " has reached retirement.max_drawdown_breach";
    }
    if (enough && lossMonths >= retirement.path("consecutive_loss_months").asInt()) {
      return "RETIRED|" + lossMonths + " losing 30-day months in a row";
    }
    boolean excluded = excluded(row.time);
    boolean free = known && enough && !excluded;
    double sharpe = row.number("sharpe");
    switch (state) {
      case "INCUBATION" -> {
        if (enough && known && graduates(row)) {
          return "PRODUCTION|graduates with Sharpe " + text(sharpe);
        }
        if (enough && inState >= graduation.path("max_incubation_days").asInt()) {
          return "RETIRED|not graduated within " + inState + " days";
        }
      }
      case "PRODUCTION" -> {
        if (excluded) {
          return "WARNING|all assets are excluded";
        }
        if (enough && known && score > detector.lambda + TOLERANCE) {
          return "WARNING|the returns have fallen: detector score " + text(score);
        }
      }
      case "WARNING" -> {
        double rolling = rollingSharpe();
        if (enough && rolling < retirement.path("rolling_sharpe_floor").asDouble() - TOLERANCE) {
          return "PROBATION|90-day Sharpe "
              + text(rolling)
              + " is below retirement.rolling_sharpe_floor";
        }
        if (free && inState >= 5 && score < 0.2 * detector.lambda - TOLERANCE) {
          return "PRODUCTION|recovered: detector score "
              + text(score)
              + " after "
              + inState
              + " days";
        }
        if (enough && inState >= 30) {
          return "PROBATION|not recovered within " + inState + " days";
        }
      }
      default -> {
        if (free
            && sharpe >= graduation.path("min_sharpe").asDouble() - TOLERANCE
            && score <= TOLERANCE) {
          return "PRODUCTION|rehabilitated with Sharpe "
              + text(sharpe)
              + " and detector score "
              + text(score);
        }
        if (enough && inState >= retirement.path("probation_days").asInt()) {
          return "RETIRED|not rehabilitated within " + inState + " days";
        }
      }
    }
    return "";
  }

  /** Of the last 90 days; NaN below 60 returns. */
  private double rollingSharpe() {
    int n = returns.size();
    return n < 60
        ? Double.NaN
        : Figures.sharpe(
            returns.subList(Math.max(0, n - 90), n).stream().mapToDouble(r -> r).toArray(), 365);
  }

  private boolean graduates(Row row) {
    double[] known = returns.stream().mapToDouble(r -> r).toArray();
    double deepest = row.number("max_drawdown");
    double calmar = deepest <= TOLERANCE ? 0 : Figures.mean(known) * 365 / deepest;
    double correlation = correlation(row.time);
    double sharpe = row.number("sharpe");
    JsonNode expected = book.pod.node().path("expected_sharpe");
    double gap = graduation.path("max_backtest_live_gap").asDouble();
    return known.length >= graduation.path("min_live_days").asInt()
        && sharpe >= graduation.path("min_sharpe").asDouble() - TOLERANCE
        && deepest <= graduation.path("max_drawdown").asDouble() + TOLERANCE
        && trades(row.time) >= graduation.path("min_trade_count").asInt()
        && calmar >= graduation.path("min_calmar").asDouble() - TOLERANCE
        && !(correlation > graduation.path("max_portfolio_correlation").asDouble() + TOLERANCE)
        && (!expected.isNumber()
            || Math.abs(sharpe - expected.asDouble())
                <= gap * Math.abs(expected.asDouble()) + TOLERANCE);
  }

  /** Symbol and time of whatever moved the pod's holdings; a fill and a cross of one are one. */
  private long trades(long close) {
    return run.recorded.rows("pod_fills").stream()
        .filter(row -> row.time <= close && row.text("pod").equals(book.pod.id()))
        .map(row -> row.time + row.text("symbol"))
        .distinct()
        .count();
  }

  /** With the portfolio of yesterday's fractions, over the days that capital looks back on. */
  private double correlation(long close) {
    int lookback = run.config.orchestrator("correlation_lookback").asInt();
    double[] own = last(Overlays.column(run, book.pod, close, "daily_return"), lookback);
    double[] sum = new double[own.length];
    boolean company = false;
    for (Config.Pod pod : run.config.pods) {
      double[] fractions = Overlays.column(run, pod, close - 1, "fraction");
      double weight =
          fractions.length > 0
              ? fractions[fractions.length - 1]
              : pod.startsRetired() ? 0 : pod.number("initial_fraction");
      weight = run.retired(pod, close - 1) ? 0 : weight;
      company |= pod.index() != book.pod.index() && weight > 0;
      double[] returns = last(Overlays.column(run, pod, close, "daily_return"), lookback);
      for (int t = 0; t < sum.length; t++) {
        sum[t] += Double.isNaN(returns[t]) ? 0 : weight * returns[t];
      }
    }
    int[] common = IntStream.range(0, own.length).filter(t -> !Double.isNaN(own[t])).toArray();
    if (!company || common.length < 2) {
      return Double.NaN;
    }
    return Figures.correlation(
        Arrays.stream(common).mapToDouble(t -> own[t]).toArray(),
        Arrays.stream(common).mapToDouble(t -> sum[t]).toArray());
  }

  private static double[] last(double[] values, int count) {
    return Arrays.copyOfRange(values, Math.max(0, values.length - count), values.length);
  }

  /** Every symbol that has traded and is not stale stands at multiplier 0 (D1). */
  private boolean excluded(long close) {
    int k = book.closeIndex(close);
    boolean any = false;
    for (int i = 0; k >= 0 && i < book.symbols.size(); i++) {
      if (book.missed(i, close) >= 0 && !book.stale(i, close)) {
        double multiplier = book.pod.selects() ? multiplier(k, i) : 1;
        if (multiplier > 0) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** At the symbol's last bar; one whose bars were all before the first decision is untouched. */
  private double multiplier(int k, int i) {
    for (int j = k; j >= 0; j--) {
      Optional<Row> row = book.row(book.closes[j], i);
      if (row.isPresent()) {
        return row.get().number("multiplier");
      }
    }
    return 1;
  }

  private static String severity(String entered) {
    return switch (entered) {
      case "RETIRED" -> "critical";
      case "WARNING", "PROBATION" -> "warning";
      default -> "info";
    };
  }

  private static String text(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }
}
