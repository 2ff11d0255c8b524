package io.podflow.live.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunTable;
import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.connectors.wire.DecisionsTopic;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.live.kafka.TopicReader;
import io.podflow.live.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading of decisions ends when those of a close are there, or with silence. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DecisionReaderTest {

  private static final Instant CLOSE = Instant.parse("2021-02-01T00:00:00Z");
  private static final Duration HALF_DAY = Duration.ofHours(12);
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Topics TOPICS = new Topics("some");
  private static final TopicPartition PARTITION = new TopicPartition(TOPICS.decisions(), 0);

  private final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
  private final TopicReader topic = new TopicReader(broker, List.of(TOPICS.decisions()));
  private final DecisionsTopic wire = new DecisionsTopic(WireLimits.DEFAULT);
  private final List<DecisionMessage> read = new ArrayList<>();
  private long offset;
  private int kept;

  DecisionReaderTest() {
    broker.updateBeginningOffsets(Map.of(PARTITION, 0L));
  }

  private static DecisionMessage books(Instant close) {
    return new DecisionMessage(
        RunTable.EQUITY,
        new EquityRow(close.toEpochMilli(), 100, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  private static DecisionMessage event(String message) {
    return new DecisionMessage(
        RunTable.EVENTS,
        new Event(CLOSE.toEpochMilli(), EventKind.DATA, "pod", "", "", "", Severity.INFO, message));
  }

  /** Rows that come with one poll, while {@code committed} can be read of the topic. */
  private void comes(long committed, DecisionMessage... rows) {
    broker.schedulePollTask(
        () -> {
          broker.updateEndOffsets(Map.of(PARTITION, committed));
          for (DecisionMessage row : rows) {
            broker.addRecord(
                new ConsumerRecord<>(PARTITION.topic(), 0, offset++, null, wire.encode(row)));
          }
        });
  }

  private DecisionReader.Read read(ReadingEnd end) {
    return new DecisionReader(TOPICS, true).read(topic, end, read::add, () -> kept = read.size());
  }

  @Test
  void theBooksOfTheCloseEndIt() {
    comes(1, books(CLOSE.minus(HALF_DAY)));
    comes(2, books(CLOSE));
    comes(3, books(CLOSE.plus(HALF_DAY)));

    DecisionReader.Read result = read(ReadingEnd.close(CLOSE, Duration.ZERO));

    assertThat(result.reached()).isTrue();
    assertThat(read).containsExactly(books(CLOSE.minus(HALF_DAY)), books(CLOSE));
    assertThat(kept).as("written").isEqualTo(2);
  }

  @Test
  void whatIsCommittedTogetherWithTheBooksIsRead() {
    comes(3, event("before"), books(CLOSE));
    comes(3);
    comes(3, event("behind"));

    DecisionReader.Read result = read(ReadingEnd.close(CLOSE, Duration.ZERO));

    assertThat(result.reached()).isTrue();
    assertThat(read).containsExactly(event("before"), books(CLOSE), event("behind"));
    assertThat(kept).as("written").isEqualTo(3);
  }

  @Test
  void whereNoBarClosesTheNextCloseEndsIt() {
    comes(1, books(CLOSE));
    comes(2, books(CLOSE.plus(HALF_DAY)));

    assertThat(read(ReadingEnd.close(CLOSE.plusSeconds(1), Duration.ZERO)).reached()).isTrue();
    assertThat(read).hasSize(2);
  }

  @Test
  void rowsOfPodsDoNotEndItAndSilenceDoes() {
    comes(1, event("of the close, by a pod"));

    DecisionReader.Read result = read(ReadingEnd.close(CLOSE, SOON));

    assertThat(result.reached()).isFalse();
    assertThat(result.rows()).isEqualTo(1);
  }

  @Test
  void withoutACloseOnlySilenceEndsIt() {
    comes(1, books(CLOSE));
    comes(2, books(CLOSE.plus(HALF_DAY)));

    DecisionReader.Read result = read(ReadingEnd.silence(SOON));

    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.reached()).isFalse();
  }
}
