package io.podflow.app.live;

import io.podflow.app.console.RootCause;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.Replication;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.TopicFaults;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that uses a broker. */
public final class KafkaOptions {

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "The broker (default: localhost:9092).")
  private String servers;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = {
        "Properties of a Kafka client, such as TLS and SASL. Variables PODFLOW_KAFKA_… set them too:",
        "PODFLOW_KAFKA_SASL_MECHANISM is sasl.mechanism."
      })
  private @Nullable Path properties;

  @Option(
      names = "--topics",
      paramLabel = "PREFIX",
      defaultValue = "podflow",
      description = "Prefix of the topics (default: podflow).")
  private String topics;

  /**
   * @throws Refusal if the file cannot be read
   */
  public KafkaAccess access() {
    try {
      return KafkaAccess.of(servers, properties, System.getenv());
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the Kafka properties cannot be read", e);
    }
  }

  /** The names of the topics. */
  public Topics topics() {
    return new Topics(topics);
  }

  /**
   * Creates missing topics, for a command that writes to topics or trades.
   *
   * @param settings of the portfolio, which say on how many brokers they lie
   * @param err receives warnings, one per line
   * @throws Refusal if the broker would delete records that a job needs again (decision LV8)
   * @throws IOException if the broker does not answer, or does not allow the creation
   */
  void prepareTopics(KafkaAccess access, PodflowSettings settings, PrintWriter err)
      throws IOException, InterruptedException {
    Replication replication = settings.orchestrator().live().replication();
    TopicFaults faults = TopicSetup.ensure(access, topics(), replication);
    warn(faults.warned(), err);
    if (!faults.refused().isEmpty()) {
      throw new Refusal(
          ExitCode.FAILED,
          "podflow: the topics are not kept, nothing was started"
              + System.lineSeparator()
              + "  "
              + String.join(System.lineSeparator() + "  ", faults.refused()));
    }
  }

  /**
   * As {@link #prepareTopics}, for a command that only reads topics and knows no configuration:
   * every fault is a warning.
   */
  public void showTopics(KafkaAccess access, PrintWriter err)
      throws IOException, InterruptedException {
    TopicFaults faults = TopicSetup.ensure(access, topics());
    warn(faults.refused(), err);
    warn(faults.warned(), err);
  }

  private static void warn(List<String> sentences, PrintWriter err) {
    sentences.forEach(sentence -> err.println("warning: " + sentence));
    err.flush();
  }
}
