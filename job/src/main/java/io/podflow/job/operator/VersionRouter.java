package io.podflow.job.operator;

import io.podflow.job.engine.RunScope;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.BarRouting;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Runs {@link BarRouting} in a live job, with versions of the configuration and rates. */
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
  private transient BarRouting routing;

  /**
   * @param portfolio key of the portfolio
   */
  public VersionRouter(RunScope scope, int portfolio) {
    this.scope = scope;
    this.portfolio = portfolio;
  }

  @Override
  public void open(OpenContext context) {
    routing = new BarRouting(scope, getRuntimeContext().getUserCodeClassLoader(), portfolio);
  }

  @Override
  public void processElement(MarketItem item, Context context, Collector<PodBar> out) {
    routing.take(item, new RoutedOutput<>(context, out));
  }
}
