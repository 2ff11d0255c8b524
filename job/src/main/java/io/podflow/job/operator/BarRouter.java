package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.BarRouting;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Runs {@link BarRouting} in a backtest; data events go straight to the run's record. */
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
  private final int portfolio;
  private transient LongCounter bars;
  private transient LongCounter routed;
  private transient InputCountsTotal read;
  private transient BarRouting routing;

  /**
   * @param portfolio key of the portfolio
   */
  public BarRouter(RunScope scope, int portfolio) {
    this.scope = scope;
    this.portfolio = portfolio;
  }

  @Override
  public void open(OpenContext context) {
    routing = new BarRouting(scope, getRuntimeContext().getUserCodeClassLoader(), portfolio);
    bars = new LongCounter();
    read = new InputCountsTotal();
    routed = new LongCounter();
    getRuntimeContext().addAccumulator(BARS, bars);
    getRuntimeContext().addAccumulator(READ, read);
    getRuntimeContext().addAccumulator(ROUTED, routed);
  }

  @Override
  public void processElement(MarketRecord record, Context context, Collector<PodBar> out) {
    routing.take(
        record,
        new RoutedOutput<>(context, out) {
          @Override
          public void toAsset(PodBar bar) {
            routed.add(1);
            super.toAsset(bar);
          }
        });
    if (record.bar() != null) {
      bars.add(1);
    }
    if (record.counts() != null) {
      read.add(record.counts());
    }
  }
}
