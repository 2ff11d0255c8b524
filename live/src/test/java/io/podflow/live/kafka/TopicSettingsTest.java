package io.podflow.live.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("LV8")
class TopicSettingsTest {

  private static final Topics TOPICS = new Topics("p");

  private static TopicFaults of(String topic, String setting, String value) {
    Config config = new Config(List.of(new ConfigEntry(setting, value)));
    return TopicSettings.judge(TOPICS, "--bootstrap-server broker:9092", Map.of(topic, config));
  }

  @ParameterizedTest
  @ValueSource(shorts = {1, 2, 3, 4})
  void aTopicIsKeptAndFromThreeCopiesOnTwoHaveToHaveARecord(short copies) {
    NewTopic topic = TopicSettings.create("p.bars", true, copies);

    assertThat(topic.numPartitions()).isEqualTo(1);
    assertThat(topic.replicationFactor()).isEqualTo(copies);
    assertThat(topic.configs())
        .containsEntry("retention.ms", "-1")
        .containsEntry("retention.bytes", "-1")
        .containsEntry("cleanup.policy", "delete");
    assertThat(topic.configs().get("min.insync.replicas")).isEqualTo(copies >= 3 ? "2" : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.bars", "p.orders", "p.exchange", "p.config"})
  void whatIsReadAgainHasToBeKept(String topic) {
    assertThat(of(topic, "retention.ms", "604800000").refused())
        .containsExactly(
            topic
                + ": retention.ms is 604800000 (expected: -1): the broker would remove what a"
                + " restart reads again; to mend: kafka-configs.sh --bootstrap-server broker:9092"
                + " --alter --entity-type topics --entity-name "
                + topic
                + " --add-config retention.ms=-1");
    assertThat(of(topic, "retention.bytes", "1000").refused()).hasSize(1);
    assertThat(of(topic, "cleanup.policy", "compact").refused()).hasSize(1);
    assertThat(of(topic, "retention.ms", "-1")).isEqualTo(new TopicFaults(List.of(), List.of()));
  }

  @Test
  void decisionsThatMayGoAreAWarning() {
    TopicFaults faults = of("p.decisions", "retention.ms", "1");

    assertThat(faults.refused()).isEmpty();
    assertThat(faults.warned()).hasSize(1);
  }

  @Test
  void deadLettersMayGo() {
    assertThat(of("p.dead-letter", "retention.ms", "1"))
        .isEqualTo(new TopicFaults(List.of(), List.of()));
  }
}
