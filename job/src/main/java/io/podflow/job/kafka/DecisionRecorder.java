package io.podflow.job.kafka;

import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.connectors.wire.DecisionsTopic;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.WireLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/** Writes the decisions of a job into a {@code run.db}, from the first one on. */
public final class DecisionRecorder {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Topics topics;
  private final DecisionsTopic wire = new DecisionsTopic(WireLimits.DEFAULT);

  public DecisionRecorder(Topics topics) {
    this.topics = topics;
  }

  /**
   * What was recorded.
   *
   * @param rows written
   * @param refused records that could not be read
   */
  public record Recorded(long rows, long refused) {}

  /**
   * Records until nothing has come for {@code idle}; for ever when that is zero.
   *
   * @param runDb is continued when it exists
   */
  public Recorded record(KafkaAccess kafka, Path runDb, Duration idle) {
    long rows = 0;
    long refused = 0;
    try (TopicReader reader = new TopicReader(kafka, List.of(topics.decisions()), true);
        RunDbWriter writer = RunDbWriter.open(runDb)) {
      long quietSince = System.nanoTime();
      while (idle.isZero() || System.nanoTime() - quietSince < idle.toNanos()) {
        long before = rows + refused;
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          if (wire.decode(record.value(), record.timestamp())
              instanceof Decoded.Message<DecisionMessage> message) {
            writer.write(message.value().table(), message.value().row());
            rows++;
          } else {
            refused++;
          }
        }
        if (rows + refused > before) {
          writer.commit();
          quietSince = System.nanoTime();
        }
      }
    } catch (WakeupException stopped) {
      return new Recorded(rows, refused);
    }
    return new Recorded(rows, refused);
  }
}
