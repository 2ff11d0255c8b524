package io.podflow.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code pods}: a row for every pod and UTC day, from the first day of any pod on. */
final class PodsCheck {

  private final Run run;
  private final Accounts accounts;
  private final Comparison comparison;

  PodsCheck(Run run, Accounts accounts, Comparison comparison) {
    this.run = run;
    this.accounts = accounts;
    this.comparison = comparison;
  }

  void check() {
    for (PodBook book : run.books) {
      Map<Long, Double> fractions = new HashMap<>();
      for (Row row : run.recorded.rows("allocations")) {
        if (row.text("pod").equals(book.pod.id()) && row.flag("applied")) {
          fractions.put(row.time, row.number("fraction"));
        }
      }
      pod(book, fractions);
    }
  }

  private void pod(PodBook book, Map<Long, Double> fractions) {
    double fraction = book.pod.startsRetired() ? 0 : book.pod.number("initial_fraction");
    List<Row> known =
        run.recorded.rows("pods").stream()
            .filter(row -> row.text("pod").equals(book.pod.id()))
            .filter(row -> !Double.isNaN(row.number("daily_return")))
            .toList();
    double given =
        book.pod.startsRetired() ? 0 : fraction * run.config.backtest("capital").asDouble();
    Map<Long, Lives.Day> lives = new HashMap<>();
    new Lives(run, book).days().forEach(day -> lives.put(day.close(), day));
    for (long close : run.closes) {
      fraction = fractions.getOrDefault(close, fraction);
      if (Grid.endsDay(close) && anyBegun(close)) {
        Comparison.Expected row = comparison.row(close, book.pod.id());
        int k = book.closeIndex(close);
        double[] standing = book.standing(k);
        Lives.Day day = lives.get(close);
        row.text("state", day == null ? "" : day.state())
            .number("fraction", fraction)
            .money("capital", accounts.after(close)[book.pod.index()])
            .money("earned", accounts.before(close)[book.pod.index()] - given)
            .number("funding", funding(book, close))
            .number("gross_target", Algebra.sum(sizes(standing)))
            .number("detector_score", day == null ? Double.NaN : day.score())
            .number("daily_return", k < 0 ? Double.NaN : dailyReturn(book, close));
        given = accounts.after(close)[book.pod.index()];
        performance(row, known.stream().filter(past -> past.time <= close).toList());
      }
    }
  }

  private boolean anyBegun(long close) {
    return run.books.stream().anyMatch(book -> book.closeIndex(close) >= 0);
  }

  /** Product over the day's closes of 1 + return; −1 on the day of ruin, 0 after it (RU1). */
  private double dailyReturn(PodBook book, long dayEnd) {
    if (book.ruinedFrom <= dayEnd) {
      return Grid.day(book.ruinedFrom) == Grid.day(dayEnd) ? -1 : 0;
    }
    double value = 1;
    int last = book.closeIndex(dayEnd);
    for (int k = last; k >= 0 && Grid.day(book.closes[k]) == Grid.day(dayEnd); k--) {
      value *= 1 + book.periodReturn(k, run.config.costRate());
    }
    return value - 1;
  }

  /** What the weights paid over the closes of a day, as a share of the account (EV7). */
  private static double funding(PodBook book, long dayEnd) {
    double paid = 0;
    int last = book.closeIndex(dayEnd);
    for (int k = last; k >= 0 && Grid.day(book.closes[k]) == Grid.day(dayEnd); k--) {
      paid += book.funding(k);
    }
    return paid;
  }

  private static void performance(Comparison.Expected row, List<Row> days) {
    double[] returns = days.stream().mapToDouble(day -> day.number("daily_return")).toArray();
    boolean begun = returns.length > 0;
    boolean early = returns.length < 2;
    double before = early ? 1 : days.get(returns.length - 2).number("account");
    row.number("live_days", returns.length)
        .number("account", begun ? before * (1 + returns[returns.length - 1]) : Double.NaN)
        .number("sharpe", begun ? Figures.sharpe(returns, 365) : Double.NaN)
        .number("max_drawdown", unless(begun, early, Figures.maxDrawdown(returns)))
        .number("drawdown", unless(begun, early, Figures.lastDrawdown(returns)));
  }

  private static double unless(boolean begun, boolean early, double figure) {
    return begun ? early ? 0 : figure : Double.NaN;
  }

  private static double[] sizes(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }
}
