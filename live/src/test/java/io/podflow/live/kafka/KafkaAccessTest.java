package io.podflow.live.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("J2")
class KafkaAccessTest {

  @TempDir private Path folder;

  @Test
  void securityPassesThroughFromAFileAndTheEnvironmentAndIsNotShown() throws IOException {
    Path file = folder.resolve("client.properties");
    Files.writeString(
        file,
        """
        security.protocol=SASL_SSL
        sasl.mechanism=PLAIN
        sasl.jaas.config=org.example.Login required password="from-the-file";
        """);
    KafkaAccess kafka =
        KafkaAccess.of(
            "broker:1",
            file,
            Map.of(
                "PODFLOW_KAFKA_SASL_JAAS_CONFIG", "login password=\"from-the-environment\";",
                "PODFLOW_KAFKA_SSL_TRUSTSTORE_PASSWORD", "secret",
                "PODFLOW_KAFKA_PORT", "9092",
                "PODFLOW_TRACE", "1"));
    assertThat(kafka.properties())
        .containsEntry("bootstrap.servers", "broker:1")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "PLAIN")
        .containsEntry("sasl.jaas.config", "login password=\"from-the-environment\";")
        .containsEntry("ssl.truststore.password", "secret")
        .doesNotContainKeys("trace", "port");
    assertThat(kafka).hasToString("broker:1");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    Path missing = folder.resolve("missing.properties");
    assertThatThrownBy(() -> KafkaAccess.of("broker:1", missing, Map.of()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("missing.properties");
  }

  @Test
  void whatIsSentLeavesAtOnce() throws IOException {
    KafkaAccess kafka = KafkaAccess.of("broker:1", null, Map.of());
    assertThat(kafka.producer(DeliveryGuarantee.AT_LEAST_ONCE))
        .containsEntry("linger.ms", "0")
        .doesNotContainKey("transaction.timeout.ms");
    assertThat(kafka.producer(DeliveryGuarantee.EXACTLY_ONCE))
        .containsEntry("transaction.timeout.ms", "900000");
  }

  @Test
  @Tag("LV8")
  void whatIsSentIsCompressedUnlessTheUserSaysOtherwise() throws IOException {
    KafkaAccess plain = KafkaAccess.of("broker:1", null, Map.of());
    KafkaAccess asked =
        KafkaAccess.of("broker:1", null, Map.of("PODFLOW_KAFKA_COMPRESSION_TYPE", "none"));

    assertThat(plain.producer()).containsEntry("compression.type", "zstd");
    assertThat(plain.producer(DeliveryGuarantee.EXACTLY_ONCE))
        .containsEntry("compression.type", "zstd");
    assertThat(plain.properties()).doesNotContainKey("compression.type");
    assertThat(asked.producer()).containsEntry("compression.type", "none");
    assertThat(asked.producer(DeliveryGuarantee.AT_LEAST_ONCE))
        .containsEntry("compression.type", "none");
  }

  @Test
  void kafkasToolsNeedAFileWhereThereArePasswords() throws IOException {
    assertThat(KafkaAccess.of("broker:1", null, Map.of()).toolOptions())
        .isEqualTo("--bootstrap-server broker:1");
    assertThat(
            KafkaAccess.of("broker:1", null, Map.of("PODFLOW_KAFKA_SECURITY_PROTOCOL", "SSL"))
                .toolOptions())
        .isEqualTo("--bootstrap-server broker:1 --command-config CLIENT.PROPERTIES");
  }
}
