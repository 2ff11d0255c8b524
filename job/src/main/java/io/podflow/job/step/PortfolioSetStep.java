package io.podflow.job.step;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.PortfolioStep;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.version.ScopeTimeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out bars by symbol and decisions by pod and runs {@link PortfolioStep}: at every close, and
 * between closes at the times of snapshots of positions.
 */
public final class PortfolioSetStep
    implements SetStep<PortfolioInput, PortfolioState, PortfolioDecision> {

  /** Name of the accumulator of closes that the portfolio has decided. */
  public static final String COUNTER = "portfolio closes";

  private static final long serialVersionUID = 1L;

  private static final Comparator<ExchangeReport> IN_THEIR_ORDER =
      Comparator.comparingLong(ExchangeReport::time).thenComparingLong(ExchangeReport::sequence);

  private final RunScope scope;
  private transient ScopeTimeline<PortfolioStep> timeline;
  private transient @Nullable PortfolioGauges gauges;

  public PortfolioSetStep(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void open(ClassLoader strategies) {
    timeline =
        new ScopeTimeline<>(
            scope,
            strategies,
            holding ->
                new PortfolioStep(
                    holding.layout(),
                    holding.capital(),
                    holding.funding(),
                    holding.mode(),
                    holding.journal()));
  }

  @Override
  public void onVersion(ConfigVersion version) {
    timeline.take(version);
  }

  @Override
  public void register(Gauges watchers) {
    PortfolioGauges ofThisJob = new PortfolioGauges(watchers);
    ofThisJob.cover(scope.layout());
    gauges = ofThisJob;
  }

  @Override
  public long closeTime(PortfolioInput input) {
    return input.closeTime();
  }

  /** A snapshot of positions is due at its own time, what else is reported at the next close. */
  @Override
  public long dueAt(int portfolio, PortfolioInput input) {
    ExchangeReport report = input.report();
    return report == null || report.kind() == ExchangeReport.Kind.POSITIONS
        ? input.closeTime()
        : timeline.nextClose(input.closeTime() - 1);
  }

  @Override
  public boolean isDue(int portfolio, long time, List<PortfolioInput> inputs) {
    return timeline.isClose(time) || inputs.stream().anyMatch(input -> isSnapshotOf(input, time));
  }

  private static boolean isSnapshotOf(PortfolioInput input, long time) {
    ExchangeReport report = input.report();
    return report != null
        && report.kind() == ExchangeReport.Kind.POSITIONS
        && input.closeTime() == time;
  }

  @Override
  public long nextClose(int portfolio, long time) {
    return timeline.nextClose(time);
  }

  @Override
  public PortfolioState initialState(int portfolio) {
    return timeline.at(ConfigVersion.FIRST).parts().initialState();
  }

  @Override
  public void onRate(int portfolio, PortfolioState state, FundingRate rate) {
    PortfolioStep.take(state, rate);
  }

  /** Before the first close that has anything to decide on, prices are kept and nothing else. */
  @Override
  public @Nullable PortfolioDecision onClose(
      int portfolio, PortfolioState state, long closeTime, List<PortfolioInput> inputs) {
    ScopeTimeline.Stretch<PortfolioStep> holding = timeline.at(closeTime);
    PortfolioStep step = holding.parts();
    PortfolioLayout layout = holding.scope().layout();
    @Nullable Bar[] bars = new @Nullable Bar[layout.universe().size()];
    @Nullable PodDecision[] pods = new @Nullable PodDecision[layout.podCount()];
    List<ExchangeReport> reports = new ArrayList<>();
    for (PortfolioInput input : inputs) {
      Bar bar = input.bar();
      PodDecision pod = input.pod();
      if (bar != null) {
        bars[bar.symbol()] = bar;
      }
      if (pod != null) {
        pods[pod.pod()] = pod;
      }
      if (input.report() != null) {
        reports.add(input.report());
      }
    }
    if (scope.window().warmsUp(closeTime) && reports.isEmpty()) {
      step.warmUp(state, closeTime, bars);
      return null;
    }
    if (state.lastClose == PortfolioState.NEVER && inputs.isEmpty()) {
      return null;
    }
    reports.sort(IN_THEIR_ORDER);
    PortfolioDecision decision =
        timeline.isClose(closeTime)
            ? step.onClose(state, closeTime, bars, pods, reports)
            : step.onTick(state, closeTime, reports);
    PortfolioGauges watched = gauges;
    if (watched != null) {
      watched.update(layout, decision);
    }
    return decision.written(scope.journal().decisions());
  }

  @Override
  public String nameOf(int portfolio) {
    return "portfolio " + scope.layout().settings().portfolioId();
  }

  @Override
  public String counter() {
    return COUNTER;
  }

  @Override
  public @Nullable PortfolioDecision onEnd(int portfolio, PortfolioState state) {
    if (state.lastClose == PortfolioState.NEVER) {
      return null;
    }
    return timeline.last().parts().onEnd(state);
  }

  @Override
  public Event onLate(int portfolio, PortfolioInput input) {
    PortfolioLayout layout = timeline.last().scope().layout();
    Bar bar = input.bar();
    PodDecision pod = input.pod();
    return Event.data(
        input.closeTime(),
        pod == null ? "" : layout.pod(pod.pod()).podId(),
        bar == null ? "" : layout.universe().symbol(bar.symbol()),
        Severity.WARNING,
        "late: the portfolio had already decided this close");
  }
}
