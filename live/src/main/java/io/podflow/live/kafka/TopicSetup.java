package io.podflow.live.kafka;

import io.podflow.domain.settings.Replication;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Which topics there are; makes those that are not, each with one partition. */
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

  private interface Request<T> {

    T of(Admin admin)
        throws ExecutionException, InterruptedException, TimeoutException, IOException;
  }

  private static <T> T ask(KafkaAccess kafka, Request<T> request)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(kafka.properties())) {
      return request.of(admin);
    } catch (TimeoutException e) {
      throw silent(kafka, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw silent(kafka, e);
      }
      throw failure("the broker at " + kafka + " refused: " + reason(e), e);
    }
  }

  private static Set<String> names(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Makes those of a portfolio that are not there, waits until all of them take records, and judges
   * their settings. Those that are made lie on as many brokers as there are, up to three.
   *
   * @throws IOException if the broker does not answer, or does not allow it
   */
  public static TopicFaults ensure(KafkaAccess kafka, Topics topics)
      throws IOException, InterruptedException {
    return ensure(kafka, topics, Replication.Auto.AUTO);
  }

  /**
   * As {@link #ensure(KafkaAccess, Topics)}.
   *
   * @param replication of the topics that are made; those that are there stay as they are
   * @throws IOException also if there are fewer brokers than that
   */
  public static TopicFaults ensure(KafkaAccess kafka, Topics topics, Replication replication)
      throws IOException, InterruptedException {
    return ask(
        kafka,
        admin -> {
          List<String> there = topics.all().stream().filter(names(admin)::contains).toList();
          make(
              admin,
              topics,
              topics.all().stream().filter(topic -> !there.contains(topic)).toList(),
              replication);
          awaitLeaders(admin, topics);
          return judged(admin, topics, there, kafka.toolOptions());
        });
  }

  private static void make(
      Admin admin, Topics topics, List<String> missing, Replication replication)
      throws ExecutionException, InterruptedException, TimeoutException, IOException {
    if (missing.isEmpty()) {
      return;
    }
    int brokers = admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS).size();
    int copies = replication.among(brokers);
    if (copies > brokers) {
      throw new IOException(
          "live.replication is %d (expected: at most %d, the brokers of the cluster, or auto)"
              .formatted(copies, brokers));
    }
    List<NewTopic> made =
        missing.stream()
            .map(topic -> TopicSettings.create(topic, topics.isKept(topic), copies))
            .toList();
    try {
      admin.createTopics(made).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /**
   * Returns once the leader of every partition serves it. A broker says that a topic is made before
   * its leader takes records, and takes any first number of a producer after that. A producer that
   * began in between would lose its first batch to its second, and only say so when its delivery
   * timeout is over (KAFKA-15591).
   */
  private static void awaitLeaders(Admin admin, Topics topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    topics
        .all()
        .forEach(topic -> partitions.put(new TopicPartition(topic, 0), OffsetSpec.latest()));
    admin.listOffsets(partitions).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Settings that the broker does not show to this client are a warning. */
  private static TopicFaults judged(Admin admin, Topics topics, List<String> there, String tool)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<ConfigResource> asked =
        there.stream().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList();
    try {
      Map<String, Config> settings = new TreeMap<>();
      admin
          .describeConfigs(asked)
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .forEach((topic, config) -> settings.put(topic.name(), config));
      return TopicSettings.judge(topics, tool, settings);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        String sentence = "the broker does not show the settings of the topics (";
        return new TopicFaults(
            List.of(), List.of(sentence + reason(e) + "); see that retention.ms is -1"));
      }
      throw e;
    }
  }

  /**
   * Whether there is a topic of this name.
   *
   * @throws IOException if the broker does not answer, or does not say
   */
  public static boolean exists(KafkaAccess kafka, String topic)
      throws IOException, InterruptedException {
    return ask(kafka, TopicSetup::names).contains(topic);
  }
}
