package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.domain.market.Bar;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.settings.Roster;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.Routes;
import io.podflow.job.version.ScopeTimeline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * What {@link BarRouter} is to a backtest, with versions of the configuration: each bar goes to the
 * pods that trade it under what holds at its close, and to pods that are to come, whose windows it
 * fills. Versions go to every key in the same order as its bars; rates of funding go to the pods
 * that trade their symbol, and to the portfolio.
 */
public final class VersionRouter extends ProcessFunction<MarketItem, PodBar> {

  /** Versions and rates on their way to pods. */
  public static final OutputTag<KeyNotice> POD_NOTICES =
      new OutputTag<>("pod-notices", StateTypes.KEY_NOTICE);

  /** Versions and rates on their way to the portfolio. */
  public static final OutputTag<KeyNotice> PORTFOLIO_NOTICES =
      new OutputTag<>("portfolio-notices", StateTypes.KEY_NOTICE);

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private final int portfolio;
  private transient ScopeTimeline<Routes> timeline;

  /**
   * @param portfolio key of the portfolio
   */
  public VersionRouter(RunScope scope, int portfolio) {
    this.scope = scope;
    this.portfolio = portfolio;
  }

  @Override
  public void open(OpenContext context) {
    timeline =
        new ScopeTimeline<>(
            scope,
            getRuntimeContext().getUserCodeClassLoader(),
            holding -> new Routes(holding.roster()));
  }

  @Override
  public void processElement(MarketItem item, Context context, Collector<PodBar> out) {
    MarketRecord record = item.record();
    Bar history = item.history();
    ConfigVersion version = item.version();
    if (version != null && timeline.take(version)) {
      tell(version, context, out);
    }
    if (item.rate() != null) {
      tell(item.rate(), context);
    }
    if (history != null) {
      prepare(history, true, out);
    }
    if (record != null) {
      Event event = record.event();
      Bar bar = record.bar();
      if (event != null) {
        context.output(BarRouter.DATA_EVENTS, event);
      }
      if (bar != null) {
        route(bar, context, out);
        prepare(bar, false, out);
      }
    }
  }

  private void tell(ConfigVersion version, Context context, Collector<PodBar> out) {
    ScopeTimeline.Stretch<Routes> stretch = timeline.of(version);
    for (Routes.Seat seat : stretch.parts().seats()) {
      out.collect(PodBar.of(seat.asset(), version));
    }
    for (int pod = 0; pod < stretch.scope().roster().podCount(); pod++) {
      context.output(POD_NOTICES, KeyNotice.of(pod, version));
    }
    context.output(PORTFOLIO_NOTICES, KeyNotice.of(portfolio, version));
  }

  private void tell(FundingRate rate, Context context) {
    ScopeTimeline.Stretch<Routes> now = timeline.at(rate.time());
    Roster roster = now.scope().roster();
    if (roster.universe().contains(rate.symbol())) {
      int symbol = roster.universe().indexOf(rate.symbol());
      for (int pod = 0; pod < roster.podCount(); pod++) {
        if (now.trades(pod, symbol)) {
          context.output(POD_NOTICES, KeyNotice.of(pod, rate));
        }
      }
    }
    context.output(PORTFOLIO_NOTICES, KeyNotice.of(portfolio, rate));
  }

  private void route(Bar bar, Context context, Collector<PodBar> out) {
    ScopeTimeline.Stretch<Routes> now = timeline.at(bar.closeTime());
    for (Routes.Seat seat : now.parts().of(bar)) {
      out.collect(PodBar.of(seat.asset(), seat.pod(), seat.position(), bar));
    }
    Roster roster = now.scope().roster();
    if (bar.symbol() < roster.universe().size()
        && bar.timeframe() == roster.finestTimeframe(bar.symbol())
        && scope.isForPortfolio(bar.closeTime())) {
      context.output(BarRouter.FILL_BARS, PortfolioInput.of(bar));
    }
  }

  /**
   * For pairs that are traded later and not yet.
   *
   * @param history whether it is for pairs of a version that waits for its history; the others have
   *     had the bar when it came
   */
  private void prepare(Bar bar, boolean history, Collector<PodBar> out) {
    List<ScopeTimeline.Stretch<Routes>> ahead = timeline.from(bar.closeTime());
    if (ahead.size() == 1) {
      return;
    }
    Set<Integer> done = new HashSet<>();
    ahead.get(0).parts().of(bar).forEach(seat -> done.add(seat.asset()));
    for (ScopeTimeline.Stretch<Routes> stretch : ahead.subList(1, ahead.size())) {
      if (history != (stretch.effective() == ConfigVersion.OPEN)) {
        continue;
      }
      for (Routes.Seat seat : stretch.parts().of(bar)) {
        if (done.add(seat.asset())) {
          out.collect(PodBar.ahead(seat.asset(), seat.pod(), seat.position(), bar));
        }
      }
    }
  }
}
