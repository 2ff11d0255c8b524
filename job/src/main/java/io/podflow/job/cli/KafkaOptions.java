package io.podflow.job.cli;

import io.podflow.job.kafka.KafkaAccess;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a broker. */
final class KafkaOptions {

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
  KafkaAccess access() {
    try {
      return KafkaAccess.of(servers, properties, System.getenv());
    } catch (IOException e) {
      throw Refusal.of(ExitCode.FILES, "the Kafka properties cannot be read", e);
    }
  }

  String topics() {
    return topics;
  }
}
