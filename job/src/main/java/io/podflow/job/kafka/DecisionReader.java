package io.podflow.job.kafka;

import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.connectors.wire.DecisionsTopic;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.WireLimits;
import java.time.Duration;
import java.util.List;
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
   */
  public record Read(long rows, long refused) {}

  /**
   * Reads until nothing has come for {@code idle}; for ever when that is zero.
   *
   * @param row gets each one
   * @param afterRows is run when rows have come and there are no more for now
   */
  public Read read(
      KafkaAccess kafka, Duration idle, Consumer<DecisionMessage> row, Runnable afterRows) {
    long rows = 0;
    long refused = 0;
    try (TopicReader reader = new TopicReader(kafka, List.of(topics.decisions()), committedOnly)) {
      long quietSince = System.nanoTime();
      while (idle.isZero() || System.nanoTime() - quietSince < idle.toNanos()) {
        long before = rows + refused;
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          if (wire.decode(record.value(), record.timestamp())
              instanceof Decoded.Message<DecisionMessage> message) {
            row.accept(message.value());
            rows++;
          } else {
            refused++;
          }
        }
        if (rows + refused > before) {
          afterRows.run();
          quietSince = System.nanoTime();
        }
      }
    } catch (WakeupException stopped) {
      return new Read(rows, refused);
    }
    return new Read(rows, refused);
  }
}
