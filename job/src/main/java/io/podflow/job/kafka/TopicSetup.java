package io.podflow.job.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there, each with one partition. */
public final class TopicSetup {

  private static final long PATIENCE_SECONDS = 20;

  private TopicSetup() {}

  private static IOException silent(KafkaAccess kafka, Exception cause) {
    return failure(
        "no answer from the broker at "
            + kafka
            + "; one that wants TLS does not answer without it (--kafka-properties)",
        cause);
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause();
    String message = cause == null ? null : cause.getMessage();
    return message == null ? String.valueOf(cause) : message;
  }

  /** The message says it all; Kafka's own, which a cause would bring, names no broker. */
  private static IOException failure(String message, Exception cause) {
    IOException failure = new IOException(message);
    failure.addSuppressed(cause);
    return failure;
  }

  /**
   * @throws IOException if the broker does not answer, or does not allow it
   */
  public static void ensure(KafkaAccess kafka, Topics topics)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(kafka.properties())) {
      Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          topics.all().stream()
              .filter(topic -> !there.contains(topic))
              .map(topic -> new NewTopic(topic, 1, (short) 1))
              .toList();
      admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw silent(kafka, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw silent(kafka, e);
      }
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw failure("the broker at " + kafka + " refused: " + reason(e), e);
      }
    }
  }
}
