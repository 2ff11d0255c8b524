package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.step.Silence;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs {@link Silence} between the watermarks of the market and of the exchange side. */
public final class SilenceOperator extends AbstractStreamOperator<Event>
    implements TwoInputStreamOperator<MarketItem, PortfolioInput, Event> {

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private final long patience;
  private transient Silence silence;

  /**
   * @param patience milliseconds of the machine's clock
   */
  public SilenceOperator(RunScope scope, long patience) {
    this.scope = scope;
    this.patience = patience;
  }

  @Override
  public void open() throws Exception {
    super.open();
    silence =
        new Silence(
            scope,
            getUserCodeClassloader(),
            patience,
            new Silence.Output() {
              @Override
              public void say(Event event) {
                output.collect(new StreamRecord<>(event, event.time()));
              }

              @Override
              public void wakeAt(long machineTime) {
                getProcessingTimeService().registerTimer(machineTime, silence::wake);
              }
            });
  }

  @Override
  public void processElement1(StreamRecord<MarketItem> element) {
    silence.take(element.getValue());
  }

  @Override
  public void processElement2(StreamRecord<PortfolioInput> element) {}

  @Override
  public void processWatermark1(Watermark mark) {
    silence.market(mark.getTimestamp(), getProcessingTimeService().getCurrentProcessingTime());
  }

  @Override
  public void processWatermark2(Watermark mark) {
    silence.exchange(mark.getTimestamp());
  }
}
