package io.podflow.live.client;

import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.connectors.wire.DecisionsTopic;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.TopicReader;
import io.podflow.live.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/** Reads the decisions of a job, from the first one on. */
public final class DecisionReader {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Topics topics;
  private final boolean committedOnly;
  private final DecisionsTopic wire = new DecisionsTopic(WireLimits.DEFAULT);

  /**
   * @param committedOnly whether rows are read once, up to the job's last checkpoint; otherwise at
   *     once, and again when the job repeats some
   */
  public DecisionReader(Topics topics, boolean committedOnly) {
    this.topics = topics;
    this.committedOnly = committedOnly;
  }

  /**
   * What was read.
   *
   * @param rows that were passed on
   * @param refused records that could not be read
   * @param reached whether everything up to the close of {@link ReadingEnd} was there
   */
  public record Read(long rows, long refused, boolean reached) {}

  /**
   * Reads to an end.
   *
   * @param row gets each one
   * @param afterRows is run when rows have come and there are no more for now
   */
  public Read read(
      KafkaAccess kafka, ReadingEnd end, Consumer<DecisionMessage> row, Runnable afterRows) {
    try (TopicReader reader = new TopicReader(kafka, List.of(topics.decisions()), committedOnly)) {
      return read(reader, end, row, afterRows);
    }
  }

  /**
   * A portfolio's books of a close are in the same transaction as the last rows that led to them,
   * or in a later one, but perhaps before them. So what is committed when the books are seen is
   * read, too.
   */
  Read read(TopicReader reader, ReadingEnd end, Consumer<DecisionMessage> row, Runnable afterRows) {
    long rows = 0;
    long refused = 0;
    OptionalLong lastOffset = OptionalLong.empty();
    try {
      long quietSince = System.nanoTime();
      while (lastOffset.isEmpty() || reader.position(topics.decisions()) < lastOffset.getAsLong()) {
        long before = rows + refused;
        boolean closed = false;
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          if (wire.decode(record.value(), record.timestamp())
              instanceof Decoded.Message<DecisionMessage> message) {
            row.accept(message.value());
            closed |= end.isReachedBy(message.value());
            rows++;
          } else {
            refused++;
          }
        }
        if (rows + refused > before) {
          afterRows.run();
          quietSince = System.nanoTime();
        } else if (end.isTooLong(System.nanoTime() - quietSince)) {
          return new Read(rows, refused, false);
        }
        if (closed && lastOffset.isEmpty()) {
          lastOffset = OptionalLong.of(reader.end(topics.decisions()));
        }
      }
    } catch (WakeupException stopped) {
      return new Read(rows, refused, false);
    }
    return new Read(rows, refused, true);
  }
}
