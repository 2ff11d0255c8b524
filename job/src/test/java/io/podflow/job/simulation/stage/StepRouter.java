package io.podflow.job.simulation.stage;

import io.podflow.job.engine.RunScope;
import io.podflow.job.operator.VersionRouter;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** {@link VersionRouter} without Flink around it. */
final class StepRouter implements Stage<MarketItem> {

  private final VersionRouter router;
  private final Emission<PodBar> bars;
  private final Aside aside;
  private final ProcessFunction<MarketItem, PodBar>.Context context;
  private long now;

  StepRouter(RunScope scope, Emission<PodBar> bars, Aside aside) {
    this.router = new VersionRouter(scope, 0);
    this.bars = bars;
    this.aside = aside;
    this.context =
        router.new Context() {
          @Override
          public Long timestamp() {
            return now;
          }

          @Override
          public TimerService timerService() {
            throw new UnsupportedOperationException("no timers");
          }

          @Override
          public <X> void output(OutputTag<X> tag, X value) {
            aside.output(tag, value, now);
          }
        };
    router.setRuntimeContext(Runtime.of(null));
    router.open(Runtime.OPEN);
  }

  @Override
  public void take(MarketItem item, long time) {
    now = time;
    router.processElement(
        item,
        context,
        new Collector<>() {
          @Override
          public void collect(PodBar bar) {
            bars.record(bar, time);
          }

          @Override
          public void close() {}
        });
  }

  @Override
  public void advance(long watermark) {
    bars.watermark(watermark);
    aside.watermark(watermark);
  }

  @Override
  public Memory memory() {
    return new Memory.None();
  }

  @Override
  public void close() {}
}
