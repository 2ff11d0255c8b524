package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.version.ScopeTimeline;
import java.time.Instant;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Warns when the market goes on and the exchange side is silent (requirement E3): a close of the
 * portfolio is over, and no heartbeat has come for it in time. It looks at event time alone, on the
 * machine's clock; nothing that is decided depends on it, and so it keeps no state.
 */
public final class SilenceOperator extends AbstractStreamOperator<Event>
    implements TwoInputStreamOperator<MarketItem, PortfolioInput, Event> {

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private final long patience;
  private transient ScopeTimeline<RunScope> timeline;
  private long market = Long.MIN_VALUE;
  private long exchange;
  private boolean watches;
  private boolean warned;

  /**
   * @param patience milliseconds of the machine's clock
   */
  public SilenceOperator(RunScope scope, long patience) {
    this.scope = scope;
    this.patience = patience;
    this.exchange = scope.window().from();
  }

  @Override
  public void open() throws Exception {
    super.open();
    timeline = new ScopeTimeline<>(scope, getUserCodeClassloader(), holding -> holding);
  }

  @Override
  public void processElement1(StreamRecord<MarketItem> element) {
    ConfigVersion version = element.getValue().version();
    if (version != null) {
      timeline.take(version);
    }
  }

  @Override
  public void processElement2(StreamRecord<PortfolioInput> element) {}

  @Override
  public void processWatermark1(Watermark mark) {
    market = mark.getTimestamp();
    watch();
  }

  @Override
  public void processWatermark2(Watermark mark) {
    exchange = Math.max(exchange, mark.getTimestamp());
    if (warned && !isBehind()) {
      warned = false;
      say(Severity.INFO, "the exchange side is back: " + Instant.ofEpochMilli(exchange));
    }
  }

  private boolean isBehind() {
    return timeline.nextClose(exchange) <= market;
  }

  private void watch() {
    if (!watches && !warned && isBehind()) {
      watches = true;
      long missed = timeline.nextClose(exchange);
      long until = getProcessingTimeService().getCurrentProcessingTime() + patience;
      getProcessingTimeService().registerTimer(until, now -> lookAgain(missed));
    }
  }

  private void lookAgain(long missed) {
    watches = false;
    if (exchange >= missed) {
      watch();
    } else {
      warned = true;
      say(
          Severity.WARNING,
          "the exchange side is silent: closes from "
              + Instant.ofEpochMilli(missed)
              + " wait for its heartbeat");
    }
  }

  private void say(Severity severity, String message) {
    Event event = new Event(market, EventKind.ORDER, "", "", "", "", severity, message);
    output.collect(new StreamRecord<>(event, market));
  }
}
