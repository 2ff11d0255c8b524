package io.podflow.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.testing.Versions;
import io.podflow.live.kafka.LiveCodecs;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a job may begin to read, and what lies on its topic. */
@Tag("J3")
class BarsOnTopicTest {

  private static final long START = 1_704_067_200_000L;
  private static final long NOW = START + 1000 * Timeframe.H1.millis();

  private final PodflowSettings settings = Versions.settings(Versions.ONE);
  private final PortfolioLayout layout = PortfolioLayout.of(settings.orchestrator());
  private final BarsOnTopic bars =
      new BarsOnTopic(
          layout.universe(),
          Set.of("A/U", "B/U"),
          START + Timeframe.H1.millis(),
          START + 10 * Timeframe.H1.millis());
  private long offset;

  @Test
  void aFeedThatHasSentEverythingInOrderBeginsWithItsFirstRowThatIsWanted() {
    send("A/U", 0);
    send("A/U", 1);
    send("B/U", 1);
    send("A/U", 2);
    assertThat(bars.begin()).isEqualTo(1);
    assertThat(bars.isWholeFromBegin()).isTrue();
    assertThat(bars.rows()).extracting(MarketRow::symbol).containsExactly(0, 1, 0);
  }

  @Test
  void historyBehindTheFeedsFirstRowsIsTheBeginning() {
    send("A/U", 3);
    send("A/U", 1);
    send("A/U", 2);
    send("A/U", 3);
    send("A/U", 4);
    assertThat(bars.begin()).isEqualTo(1);
    assertThat(bars.isWholeFromBegin()).isTrue();
    assertThat(bars.rows()).hasSize(4);
  }

  /** A row that came in between is late for whoever reads on from the beginning. */
  @Test
  void whereAnotherRowCameInBetweenItIsNotWhole() {
    send("A/U", 1);
    send("A/U", 5);
    send("A/U", 2);
    assertThat(bars.isWholeFromBegin()).isFalse();
  }

  @Test
  void aRowThatIsLateWhenAllIsTradedDoesNotMatter() {
    send("A/U", 1);
    send("A/U", 15);
    send("B/U", 14);
    assertThat(bars.isWholeFromBegin()).isTrue();
  }

  /** As when a start failed in the middle, and the next one sent everything. */
  @Test
  void ofTwoPassesTheLastCounts() {
    send("A/U", 1);
    send("A/U", 5);
    send("A/U", 2);
    send("A/U", 1);
    send("A/U", 2);
    send("A/U", 5);
    assertThat(bars.begin()).isEqualTo(3);
    assertThat(bars.isWholeFromBegin()).isTrue();
  }

  @Test
  void theFirstRowOnceMoreIsNoPass() {
    send("A/U", 1);
    send("B/U", 1);
    send("A/U", 2);
    send("A/U", 1);
    assertThat(bars.isWholeFromBegin()).isFalse();
  }

  @Test
  void itIsKnownHowFarTheFeedHasCome() {
    send("A/U", 1);
    assertThat(bars.reached()).isEqualTo(START + 2 * Timeframe.H1.millis());
    assertThat(bars.beat()).isEqualTo(Long.MIN_VALUE);
    record(MarketMessage.heartbeat(START + 7 * Timeframe.H1.millis()));
    assertThat(bars.reached()).isEqualTo(bars.beat()).isEqualTo(START + 7 * Timeframe.H1.millis());
  }

  /** As podflow replay sends them: the first says that the symbol has records. */
  @Test
  @Tag("EV7")
  void ratesOfFundingRightBeforeTheFirstRowAreItsBeginning() {
    send("A/U", 0);
    rate("A/U", -100, 0);
    rate("A/U", 2, 0.1);
    send("A/U", 1);
    rate("A/U", 3, 0.2);
    rate("A/U", 3, 0.3);
    send("A/U", 2);
    assertThat(bars.begin()).isEqualTo(1);
    assertThat(bars.isWholeFromBegin()).isTrue();
    assertThat(bars.rates()).extracting(FundingRate::rate).containsExactly(0.0, 0.1, 0.2);
  }

  @Test
  @Tag("EV7")
  void whereRatesLieFurtherBackItIsNotWhole() {
    rate("A/U", 2, 0.1);
    send("A/U", 0);
    send("A/U", 1);
    assertThat(bars.begin()).isEqualTo(2);
    assertThat(bars.isWholeFromBegin()).isFalse();
    send("A/U", 2);
    rate("A/U", 2, 0.1);
    send("A/U", 1);
    send("A/U", 2);
    assertThat(bars.begin()).isEqualTo(4);
    assertThat(bars.isWholeFromBegin()).isTrue();
  }

  @Test
  @Tag("EV7")
  void ofTheRatesBeforeTheRowsOnlyTheLastIsWanted() {
    rate("A/U", -1, 0.1);
    rate("A/U", 0, 0.2);
    rate("B/U", -3, 0.3);
    send("A/U", 0);
    send("A/U", 1);
    assertThat(bars.isWholeFromBegin()).isTrue();
    assertThat(bars.rates()).extracting(FundingRate::rate).containsExactly(0.3, 0.2);
  }

  private void rate(String symbol, int hour, double rate) {
    record(MarketMessage.funding(symbol, START + hour * Timeframe.H1.millis(), rate));
  }

  @Test
  void whatCannotBeReadIsLeftOut() {
    bars.take(raw("{".getBytes(StandardCharsets.UTF_8)));
    send("A/U", 1);
    assertThat(bars.rows()).hasSize(1);
    assertThat(bars.begin()).isEqualTo(1);
  }

  private void send(String symbol, int hour) {
    long open = START + hour * Timeframe.H1.millis();
    record(MarketMessage.bar(symbol, Timeframe.H1, open, 1, 1, 1, 1, 1));
  }

  private void record(MarketMessage message) {
    bars.take(raw(LiveCodecs.of(layout).bars().encode(message)));
  }

  private ConsumerRecord<byte[], byte[]> raw(byte[] payload) {
    return new ConsumerRecord<>(
        "bars",
        0,
        offset++,
        NOW,
        TimestampType.CREATE_TIME,
        0,
        payload.length,
        new byte[0],
        payload,
        new RecordHeaders(),
        Optional.empty());
  }
}
