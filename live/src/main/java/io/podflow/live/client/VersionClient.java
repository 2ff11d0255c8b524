package io.podflow.live.client;

import io.podflow.api.Bar;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.connectors.wire.DeadLetter;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.market.Universe;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Sender;
import io.podflow.live.kafka.TopicReader;
import io.podflow.live.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Sends versions of the configuration to a job that runs, and reads what it goes by. */
public final class VersionClient {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaAccess kafka;
  private final Topics topics;
  private final LiveCodecs codecs;

  public VersionClient(KafkaAccess kafka, Topics topics, LiveCodecs codecs) {
    this.kafka = kafka;
    this.topics = topics;
    this.codecs = codecs;
  }

  /**
   * What the job has said to a version.
   *
   * @param accepted null when it was refused
   * @param refusal why, or null
   */
  public record Answer(@Nullable ConfigMessage accepted, @Nullable String refusal) {}

  /** All versions that the job has accepted and whose close is known, the oldest first. */
  public List<ConfigMessage> accepted() {
    Map<String, ConfigMessage> byId = new LinkedHashMap<>();
    published().forEach(message -> byId.put(message.version(), message));
    return new ArrayList<>(byId.values());
  }

  /** All that jobs have published, in the order of the topic: versions come again at each start. */
  public List<ConfigMessage> published() {
    List<ConfigMessage> published = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka, List.of(topics.config()), false)) {
      reader.readToEnd(record -> add(record, published));
    }
    return published;
  }

  /**
   * All that jobs have published, as soon as it is something.
   *
   * @param waits is told once when it is nothing yet
   */
  public List<ConfigMessage> awaitPublished(Runnable waits) {
    List<ConfigMessage> published = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka, List.of(topics.config()), false)) {
      reader.readToEnd(record -> add(record, published));
      if (published.isEmpty()) {
        waits.run();
      }
      while (published.isEmpty()) {
        reader.poll(POLL).forEach(record -> add(record, published));
      }
    }
    return published;
  }

  private void add(ConsumerRecord<byte[], byte[]> record, List<ConfigMessage> published) {
    ConfigMessage message = configOf(record);
    if (message != null) {
      published.add(message);
    }
  }

  /**
   * Sends a version, and behind it what its new pods warm up from.
   *
   * @param effective the close that it is to hold from, epoch milliseconds UTC
   * @param history by close
   * @param universe of their symbols
   * @param readTo offset of the first record that the history was made without; {@link
   *     MarketMessage#NOT_TOLD} for a version that has nothing to warm up
   * @return offset of the version among the bars; where it is not {@code readTo}, everybody refuses
   *     the version
   */
  public long send(
      String id, long effective, String yaml, List<Bar> history, Universe universe, long readTo) {
    try (Sender producer = new Sender(kafka, topics.bars())) {
      producer.send(
          codecs.bars().encode(MarketMessage.version(id, effective, history.size(), yaml, readTo)));
      for (Bar bar : history) {
        String symbol = universe.symbol(bar.symbol());
        producer.send(codecs.bars().encode(MarketMessage.bar(symbol, bar).historyOf(id)));
      }
      producer.flush();
      return producer.first();
    }
  }

  /** Waits for what the job says to a version; null when it has said nothing in time. */
  public @Nullable Answer await(String id, Duration patience) {
    long begun = System.nanoTime();
    List<String> both = List.of(topics.config(), topics.deadLetters());
    try (TopicReader reader = new TopicReader(kafka, both, false)) {
      while (System.nanoTime() - begun < patience.toNanos()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          Answer answer = answerTo(id, record);
          if (answer != null) {
            return answer;
          }
        }
      }
    }
    return null;
  }

  private @Nullable Answer answerTo(String id, ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(topics.config())) {
      ConfigMessage message = configOf(record);
      return message != null && message.version().equals(id) ? new Answer(message, null) : null;
    }
    if (codecs.deadLetters().decode(record.value(), record.timestamp())
            instanceof Decoded.Message<DeadLetter> letter
        && letter.value().topic().equals(topics.bars())
        && letter.value().payload().contains('"' + id + '"')) {
      return new Answer(null, letter.value().reason());
    }
    return null;
  }

  private @Nullable ConfigMessage configOf(ConsumerRecord<byte[], byte[]> record) {
    return codecs.config().decode(record.value(), record.timestamp())
            instanceof Decoded.Message<ConfigMessage> message
        ? message.value()
        : null;
  }
}
