package io.podflow.live.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the broker. What a client needs beside the address, such as TLS and SASL, passes
 * through from a file of properties or from variables of the environment; nothing of it is printed.
 */
public final class KafkaAccess implements Serializable {

  /** Where scripts/kafka puts its broker; nothing for a client. */
  private static final Set<String> OF_THE_SCRIPTS =
      Set.of("PODFLOW_KAFKA_PORT", "PODFLOW_KAFKA_CONTROLLER_PORT", "PODFLOW_KAFKA_HEAP_MB");

  /** {@code PODFLOW_KAFKA_SASL_MECHANISM} sets {@code sasl.mechanism}. */
  static final String VARIABLE = "PODFLOW_KAFKA_";

  /**
   * What brokers allow at most: a job that is down for longer loses the rows of its last checkpoint
   * interval.
   */
  private static final String TRANSACTION_TIMEOUT = "900000";

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, String> settings;

  private KafkaAccess(TreeMap<String, String> settings) {
    this.settings = settings;
  }

  /**
   * @param servers {@code host:port}, several separated by commas
   * @param file properties of a Kafka client, or null
   * @param environment variables; they win over the file
   * @throws IOException if the file cannot be read
   */
  public static KafkaAccess of(String servers, @Nullable Path file, Map<String, String> environment)
      throws IOException {
    TreeMap<String, String> settings = new TreeMap<>();
    if (file != null) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        read.load(reader);
      }
      read.stringPropertyNames().forEach(key -> settings.put(key, read.getProperty(key)));
    }
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(VARIABLE) && !OF_THE_SCRIPTS.contains(name)) {
            String key = name.substring(VARIABLE.length());
            settings.put(key.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    return new KafkaAccess(settings);
  }

  public String servers() {
    return String.valueOf(settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
  }

  /** What Kafka's own tools need to reach the broker; a file of properties is not named. */
  String toolOptions() {
    String secured = CommonClientConfigs.SECURITY_PROTOCOL_CONFIG;
    return "--bootstrap-server "
        + servers()
        + (settings.containsKey(secured) ? " --command-config CLIENT.PROPERTIES" : "");
  }

  /** A copy, for a client. */
  public Properties properties() {
    Properties properties = new Properties();
    settings.forEach(properties::setProperty);
    return properties;
  }

  /**
   * For a client that sends: records are compressed, unless the file or a variable says otherwise
   * (decision LV8).
   */
  public Properties producer() {
    Properties properties = properties();
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    return properties;
  }

  /** For a sink: records leave at once, and transactions end before the broker's limit. */
  public Properties producer(DeliveryGuarantee guarantee) {
    Properties properties = producer();
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "0");
    if (guarantee == DeliveryGuarantee.EXACTLY_ONCE) {
      properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT);
    }
    return properties;
  }

  /** The address alone. */
  @Override
  public String toString() {
    return servers();
  }
}
