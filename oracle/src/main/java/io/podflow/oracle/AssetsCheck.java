package io.podflow.oracle;

import java.util.Arrays;

/** Table {@code assets}: a row for every bar of every symbol of every pod. */
final class AssetsCheck {

  private final Run run;
  private final Comparison comparison;

  AssetsCheck(Run run, Comparison comparison) {
    this.run = run;
    this.comparison = comparison;
  }

  void check() {
    run.books.forEach(this::pod);
  }

  private void pod(PodBook book) {
    Machines machines = new Machines(book);
    AssetWeights allocator = new AssetWeights(run.config, book);
    double[] none = new double[book.symbols.size()];
    Arrays.fill(none, Double.NaN);
    for (int k = 0; k < book.closes.length; k++) {
      long close = book.closes[k];
      double[][] ranks = new double[3][book.symbols.size()];
      double[] scores = Scores.at(book, close, ranks);
      machines.step(close);
      Comparison.Expected[] rows = new Comparison.Expected[book.symbols.size()];
      for (int i = 0; i < rows.length; i++) {
        if (book.present(i, close)) {
          rows[i] = comparison.row(close, book.pod.id(), book.symbols.get(i));
          figures(rows[i], book, i, close);
          rows[i]
              .number("sharpe_rank", ranks[0][i])
              .number("return_rank", ranks[1][i])
              .number("drawdown_rank", ranks[2][i])
              .number("score", scores[i])
              .text("rule", machines.rule[i]);
          machine(rows[i], machines, i);
        }
      }
      machines.as(close);
      double[] weights = book.pod.allocates() ? allocator.at(k, machines) : none;
      PodTargets targets = PodTargets.at(book, k);
      for (int i = 0; i < rows.length; i++) {
        if (book.present(i, close)) {
          rows[i]
              .number("allocation_weight", weights[i])
              .number("cap_scale", targets.capScale())
              .number("quiet_bars", book.stops.quietBars(close, i))
              .number("target", targets.targets()[i])
              .text("cause", PodCauses.at(book, k, i));
        }
      }
    }
  }

  private static void figures(Comparison.Expected row, PodBook book, int i, long close) {
    Series series = book.series(i);
    int index = series.last(close);
    double[] shorter = series.returns(index, (int) book.pod.selector("return_lookback"));
    double[] longer = series.returns(index, (int) book.pod.selector("sharpe_lookback"));
    Signals.Wanted signal =
        book.pod.forecasts() ? recorded(book, close, i) : Signals.at(book.pod, series, index);
    row.number("close", series.close(index))
        .number("return", series.periodReturn(index))
        .number("signal", signal.value())
        .text("signal_reason", signal.reason())
        .number("sharpe", Figures.sharpe(longer, Grid.barsPerYear(book.pod.timeframe())))
        .number("cumulative_return", Figures.cumulative(shorter))
        .number("max_drawdown", Figures.maxDrawdown(longer));
  }

  private static Signals.Wanted recorded(PodBook book, long close, int i) {
    Row row = book.row(close, i).orElseThrow();
    return new Signals.Wanted(row.number("signal"), row.text("signal_reason"));
  }

  private static void machine(Comparison.Expected row, Machines machines, int i) {
    row.text("state", machines.state[i])
        .number("multiplier", machines.multiplier(i))
        .number("confirmation", machines.confirmation[i])
        .number("cooldown", machines.cooldown[i]);
  }
}
