package io.podflow.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Versions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where event time of a live job begins. */
class GateOperatorTest {

  private static final long PATIENCE = 1_000;

  private final RunScope scope = RandomPortfolio.scope(new RandomPortfolio(1, 10).settings(), 10);
  private final int symbols = scope.layout().universe().size();
  private final long open = scope.window().from();
  private final long close = open + Timeframe.H1.millis();

  @Test
  @Tag("J2")
  void aCloseWaitsForAMissingSymbolOnlySoLong() throws Exception {
    try (var gate = marketGate(null)) {
      gate.setProcessingTime(0);
      for (int s = 0; s < symbols - 1; s++) {
        gate.processElement(FeedItem.of(row(s, open)), 0);
      }
      assertThat(watermarks(gate)).isEmpty();
      gate.setProcessingTime(PATIENCE);
      assertThat(watermarks(gate)).containsExactly(close);
      for (int s = 0; s < symbols - 1; s++) {
        gate.processElement(FeedItem.of(row(s, close)), 0);
      }
      assertThat(watermarks(gate))
          .as("not waited for again")
          .containsExactly(close, close + Timeframe.H1.millis());
    }
  }

  @Test
  @Tag("J2")
  void watermarksOfTheSourceAreNotBelieved() throws Exception {
    try (var gate = marketGate(null)) {
      gate.processWatermark(close);
      gate.processElement(FeedItem.beat(open), 0);
      assertThat(watermarks(gate)).containsExactly(open);
    }
  }

  /** What waited for a watermark when the job stopped may be what the next element depends on. */
  @Test
  @Tag("L5")
  void aRestoredGateSaysAgainUpToWhenItHadCome() throws Exception {
    OperatorSubtaskState market;
    try (var gate = marketGate(null)) {
      gate.processElement(FeedItem.beat(close), 0);
      market = gate.snapshot(1, 1);
    }
    try (var gate = marketGate(market)) {
      gate.setProcessingTime(1);
      assertThat(watermarks(gate)).containsExactly(close);
      gate.processElement(FeedItem.beat(close), 0);
      assertThat(watermarks(gate)).as("nothing new").containsExactly(close);
    }
    OperatorSubtaskState exchange;
    try (var gate = exchangeGate(null)) {
      gate.processElement(ExchangeReport.heartbeat(close, 1, true), 0);
      exchange = gate.snapshot(1, 1);
    }
    try (var gate = exchangeGate(exchange)) {
      gate.setProcessingTime(1);
      assertThat(watermarks(gate)).containsExactly(close);
    }
  }

  /** Operators keep no versions of the configuration, so these come before anything else. */
  @Test
  @Tag("G1")
  @Tag("L5")
  void aRestoredGateBeginsWithTheVersionsOfTheConfiguration() throws Exception {
    OperatorSubtaskState state;
    try (var gate = marketGate(null)) {
      gate.processElement(FeedItem.of(Versions.first(Versions.ONE)), 0);
      gate.processElement(FeedItem.beat(close), 0);
      state = gate.snapshot(1, 1);
    }
    try (var gate = marketGate(state)) {
      gate.setProcessingTime(1);
      assertThat(gate.getOutput()).hasSize(2).last().isEqualTo(new Watermark(close));
      assertThat(gate.extractOutputValues()).extracting(MarketItem::version).doesNotContainNull();
    }
    try (var gate = marketGate(state)) {
      gate.processElement(FeedItem.of(row(0, close)), 0);
      assertThat(gate.extractOutputValues()).first().extracting(MarketItem::version).isNotNull();
    }
  }

  @Test
  @Tag("E4")
  void aReportCountsFromItsTimeOnAndAtTheFirstCloseWhatCameBefore() throws Exception {
    long first = scope.nextClose(open);
    try (var gate = exchangeGate(null)) {
      gate.processElement(ended(open + 1), 0);
      gate.processElement(ended(first + 1), 0);
      assertThat(gate.extractOutputValues())
          .extracting(PortfolioInput::closeTime)
          .containsExactly(first, first + 1);
    }
  }

  private static ExchangeReport ended(long time) {
    return ExchangeReport.ended(ExchangeReport.Kind.EXPIRED, time, 1, "o" + time, "");
  }

  @Test
  @Tag("E3")
  void aSilentExchangeIsToldOnceAndItsReturnToo() throws Exception {
    long portfolioClose = scope.nextClose(open);
    try (var watch =
        new TwoInputStreamOperatorTestHarness<MarketItem, PortfolioInput, Event>(
            new SilenceOperator(scope, PATIENCE))) {
      watch.open();
      watch.setProcessingTime(0);
      watch.processWatermark1(new Watermark(portfolioClose - 1));
      watch.setProcessingTime(PATIENCE);
      assertThat(watch.extractOutputValues()).as("no close is over").isEmpty();
      watch.processWatermark1(new Watermark(portfolioClose));
      watch.setProcessingTime(2 * PATIENCE - 1);
      assertThat(watch.extractOutputValues()).as("there is time yet").isEmpty();
      watch.setProcessingTime(2 * PATIENCE);
      watch.processWatermark1(new Watermark(scope.nextClose(portfolioClose)));
      watch.setProcessingTime(4 * PATIENCE);
      assertThat(messages(watch.extractOutputValues())).hasSize(1);
      assertThat(messages(watch.extractOutputValues()).get(0)).contains("is silent");
      watch.processWatermark2(new Watermark(scope.nextClose(portfolioClose)));
      assertThat(messages(watch.extractOutputValues())).hasSize(2);
      assertThat(messages(watch.extractOutputValues()).get(1)).contains("is back");
    }
  }

  private static List<String> messages(List<Event> events) {
    return events.stream().map(Event::message).toList();
  }

  private OneInputStreamOperatorTestHarness<FeedItem, MarketItem> marketGate(
      @Nullable OperatorSubtaskState state) throws Exception {
    return opened(
        new OneInputStreamOperatorTestHarness<>(new BarCloseGateOperator(scope, PATIENCE)), state);
  }

  private OneInputStreamOperatorTestHarness<ExchangeReport, PortfolioInput> exchangeGate(
      @Nullable OperatorSubtaskState state) throws Exception {
    return opened(new OneInputStreamOperatorTestHarness<>(new ExchangeGateOperator(scope)), state);
  }

  private static <I, O> OneInputStreamOperatorTestHarness<I, O> opened(
      OneInputStreamOperatorTestHarness<I, O> harness, @Nullable OperatorSubtaskState state)
      throws Exception {
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private static List<Long> watermarks(OneInputStreamOperatorTestHarness<?, ?> harness) {
    return harness.getOutput().stream()
        .flatMap(
            element ->
                element instanceof Watermark mark
                    ? Stream.of(mark.getTimestamp())
                    : Stream.<Long>empty())
        .toList();
  }

  private static MarketRow row(int symbol, long openTime) {
    return new MarketRow(symbol, Timeframe.H1, openTime, 1, 1, 1, 1, 1);
  }
}
