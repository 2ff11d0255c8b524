package io.podflow.domain.portfolio;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.metrics.Performance;
import io.podflow.domain.pod.DayReport;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.JournalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a portfolio from close to close. Say the bars and targets of the next close, then {@link
 * #close}. A pod whose timeframe closes decides on every symbol of its own that has a bar; what it
 * was not told stays as it was.
 */
final class Walk {

  final PortfolioLayout layout;
  final PortfolioStep step;
  PortfolioState state;
  long time;

  private final double[][] targets;
  private final Performance[] accounts;
  private final double[] returns;
  private final boolean[] allExcluded;
  private @Nullable Bar[] bars;
  private boolean[][] seen;
  private boolean[][] stops;
  private boolean[][] exclusions;
  private final boolean[] ruined;
  private final List<ExchangeReport> reports = new ArrayList<>();

  Walk(PortfolioFixture fixture, double capital) {
    this(fixture.layout(), capital);
  }

  Walk(PortfolioLayout layout, double capital) {
    this(layout, capital, TradingMode.PAPER);
  }

  Walk(PortfolioLayout layout, double capital, TradingMode mode) {
    this(layout, capital, mode, JournalSettings.DEFAULT);
  }

  Walk(PortfolioLayout layout, double capital, TradingMode mode, JournalSettings told) {
    this.layout = layout;
    this.step = new PortfolioStep(layout, capital, FundingRates.of(layout.settings()), mode, told);
    this.state = step.initialState();
    this.time = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    this.targets = new double[layout.podCount()][];
    for (int p = 0; p < targets.length; p++) {
      targets[p] = new double[layout.symbolsOf(p).length];
    }
    this.accounts = new Performance[targets.length];
    Arrays.setAll(accounts, p -> new Performance());
    this.returns = new double[targets.length];
    this.allExcluded = new boolean[targets.length];
    this.ruined = new boolean[targets.length];
    this.bars = new Bar[layout.universe().size()];
    this.seen = new boolean[targets.length][bars.length];
    this.stops = new boolean[targets.length][bars.length];
    this.exclusions = new boolean[targets.length][bars.length];
  }

  /** Goes on from where {@code before} is, under another version of the configuration. */
  Walk(Walk before, PortfolioFixture next, TradingMode mode) {
    this(next.layoutAfter(before.layout), before.state.peakEquity, mode);
    state = before.state;
    time = before.time;
    for (int p = 0; p < before.targets.length; p++) {
      accounts[p] = before.accounts[p];
      int[] symbols = before.layout.symbolsOf(p);
      for (int i = 0; i < symbols.length; i++) {
        if (layout.trades(p, symbols[i])) {
          target(p, layout.universe().symbol(symbols[i]), before.targets[p][i]);
        }
      }
    }
  }

  /** A bar that opens and closes at {@code price}. */
  Walk bar(String symbol, double price) {
    return bar(symbol, price, price);
  }

  Walk bar(String symbol, double open, double close) {
    int s = layout.universe().indexOf(symbol);
    double high = Math.max(open, close);
    double low = Math.min(open, close);
    bars[s] =
        new Bar(s, layout.finestTimeframe(s), layout.nextClose(time), open, high, low, close, 1);
    return this;
  }

  /** The pod has a bar of its own timeframe, though the symbol's finest may be missing. */
  Walk barOfPod(int pod, String symbol) {
    seen[pod][layout.universe().indexOf(symbol)] = true;
    return this;
  }

  /** From the pod's next close on. */
  Walk target(int pod, String symbol, double target) {
    int i = layout.pod(pod).symbols().indexOf(symbol);
    targets[pod][i] = target;
    return this;
  }

  /** At the pod's next close a stop takes it out. */
  Walk stop(int pod, String symbol) {
    stops[pod][layout.universe().indexOf(symbol)] = true;
    return target(pod, symbol, 0);
  }

  /** At the pod's next close its selector takes it out at once. */
  Walk exclude(int pod, String symbol) {
    exclusions[pod][layout.universe().indexOf(symbol)] = true;
    return target(pod, symbol, 0);
  }

  /** The pod's own account is used up at its next close. */
  Walk ruin(int pod) {
    ruined[pod] = true;
    Arrays.fill(targets[pod], 0);
    return dailyReturn(pod, -1);
  }

  /** Whether the pod's selector has left it nothing, from its next close on. */
  Walk allExcluded(int pod, boolean value) {
    allExcluded[pod] = value;
    return this;
  }

  /** What the pod's own account reports from its next day end on. */
  Walk dailyReturn(int pod, double value) {
    returns[pod] = value;
    return this;
  }

  /** What the exchange side reports up to the next close. */
  Walk report(ExchangeReport report) {
    reports.add(report);
    return this;
  }

  PortfolioDecision close() {
    time = layout.nextClose(time);
    PodDecision[] decisions = new PodDecision[targets.length];
    for (int p = 0; p < decisions.length; p++) {
      if (!layout.hasDeparted(p) && layout.pod(p).timeframe().closesAt(time)) {
        decisions[p] = decision(p);
      }
    }
    PortfolioDecision decision = step.onClose(state, time, bars, decisions, List.copyOf(reports));
    reports.clear();
    bars = new Bar[bars.length];
    seen = new boolean[targets.length][bars.length];
    stops = new boolean[targets.length][bars.length];
    exclusions = new boolean[targets.length][bars.length];
    return decision;
  }

  /** A reconciliation so long after the last close; the exchange side holds what was told. */
  PortfolioDecision tick(Duration after) {
    PortfolioDecision decision = step.onTick(state, time + after.toMillis(), List.copyOf(reports));
    reports.clear();
    return decision;
  }

  PortfolioDecision end() {
    return step.onEnd(state);
  }

  private PodDecision decision(int pod) {
    int[] symbols = layout.symbolsOf(pod);
    boolean[] present = new boolean[symbols.length];
    TargetFactors[] factors = new TargetFactors[symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      present[i] = bars[symbols[i]] != null || seen[pod][symbols[i]];
      boolean stopped = stops[pod][symbols[i]];
      boolean excluded = exclusions[pod][symbols[i]];
      boolean forced = stopped || excluded || ruined[pod];
      double signal = targets[pod][i];
      factors[i] =
          new TargetFactors(
              signal, 1, excluded ? 0 : 1, 1, stopped, false, signal, forced, ruined[pod], false);
    }
    double gross = Arrays.stream(targets[pod]).map(Math::abs).sum();
    return new PodDecision(
        pod,
        time,
        targets[pod].clone(),
        present,
        new double[0],
        allExcluded[pod],
        gross,
        day(pod),
        List.of(),
        List.of(),
        factors);
  }

  private @Nullable DayReport day(int pod) {
    if (!UtcDays.endsDay(time)) {
      return null;
    }
    Performance account = accounts[pod];
    account.add(returns[pod]);
    return new DayReport(
        returns[pod],
        account.index,
        account.sharpeRatio(),
        account.maxDrawdown(),
        account.currentDrawdown(),
        account.meanCalmar(),
        account.liveDays(),
        0);
  }
}
