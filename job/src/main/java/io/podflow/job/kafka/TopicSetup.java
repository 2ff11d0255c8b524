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
      throw new IOException("no answer from the broker at " + kafka, e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IOException("the broker at " + kafka + " refused: " + e.getCause(), e);
      }
    }
  }
}
