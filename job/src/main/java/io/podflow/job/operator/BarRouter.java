package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.domain.market.Bar;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.settings.Roster;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.Routes;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends every bar to the pods that trade it and, in the timeframe its symbol fills on, to the
 * portfolio; data events go straight to the run's record.
 */
public final class BarRouter extends ProcessFunction<MarketRecord, PodBar> {

  /** Bars that symbols fill on and are marked with. */
  public static final OutputTag<PortfolioInput> FILL_BARS =
      new OutputTag<>("fill-bars", StateTypes.PORTFOLIO_INPUT);

  /** What the source has to say about the data. */
  public static final OutputTag<Event> DATA_EVENTS =
      new OutputTag<>("data-events", StateTypes.EVENT);

  /** Name of the accumulator that counts bars. */
  public static final String BARS = "bars";

  /** Name of the accumulator of what all readers that are through have read. */
  public static final String READ = "read";

  /** Name of the accumulator that counts bars on their way to strategies. */
  public static final String ROUTED = "routed";

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private transient LongCounter bars;
  private transient LongCounter routed;
  private transient InputCountsTotal read;
  private transient Routes routes;

  public BarRouter(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void open(OpenContext context) {
    routes = new Routes(scope.roster());
    bars = new LongCounter();
    read = new InputCountsTotal();
    routed = new LongCounter();
    getRuntimeContext().addAccumulator(BARS, bars);
    getRuntimeContext().addAccumulator(READ, read);
    getRuntimeContext().addAccumulator(ROUTED, routed);
  }

  @Override
  public void processElement(MarketRecord record, Context context, Collector<PodBar> out) {
    Event event = record.event();
    if (event != null) {
      context.output(DATA_EVENTS, event);
    }
    Bar bar = record.bar();
    if (bar != null) {
      bars.add(1);
      route(bar, context, out);
    }
    InputCounts all = record.counts();
    if (all != null) {
      read.add(all);
    }
  }

  private void route(Bar bar, Context context, Collector<PodBar> out) {
    for (Routes.Seat seat : routes.of(bar)) {
      routed.add(1);
      out.collect(PodBar.of(seat.asset(), seat.pod(), seat.position(), bar));
    }
    Roster roster = scope.roster();
    if (bar.timeframe() == roster.finestTimeframe(bar.symbol())
        && scope.isForPortfolio(bar.closeTime())) {
      context.output(FILL_BARS, PortfolioInput.of(bar));
    }
  }
}
