package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.app.testing.CommandLines;
import io.podflow.config.refusal.ExitCode;
import io.podflow.domain.settings.Replication;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.TopicFaults;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import io.podflow.live.testing.LocalParts;
import io.podflow.live.testing.SharedParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker keeps what a restart needs, or nothing is started. */
@Tag("LV8")
class TopicsThatLastTest {

  private static final Path QUICKSTART =
      Path.of(System.getProperty("podflow.root", "..")).resolve("config/quickstart.yaml");

  @TempDir private Path folder;

  @Test
  void aTopicThatTheBrokerTrimsStopsTheStart() throws Exception {
    LocalParts parts = SharedParts.running().local;
    KafkaAccess kafka = KafkaAccess.of(parts.broker, null, Map.of());
    Topics lasting = new Topics("lasting");

    assertThat(TopicSetup.ensure(kafka, lasting)).isEqualTo(none());
    assertThat(TopicSetup.ensure(kafka, lasting)).as("a second start").isEqualTo(none());
    for (String topic : lasting.all()) {
      ConfigEntry kept = setting(kafka, topic, "retention.ms");
      boolean isHealth = topic.equals(lasting.health());
      assertThat(kept.value()).as(topic).isEqualTo(isHealth ? "604800000" : "-1");
      assertThat(kept.source())
          .as(topic + ", and not by what this broker does anyway")
          .isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
    }

    Topics many = new Topics("many");
    assertThatThrownBy(() -> TopicSetup.ensure(kafka, many, new Replication.Copies(2)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "live.replication is 2 (expected: at most 1, the brokers of the cluster, or auto)");
    assertThat(TopicSetup.exists(kafka, many.bars())).isFalse();
    assertThat(TopicSetup.ensure(kafka, many, new Replication.Copies(1))).isEqualTo(none());

    madeByHand(kafka, "week.bars", Map.of("retention.ms", "604800000"));
    madeByHand(kafka, "week.decisions", Map.of("retention.bytes", "1000000"));
    String to = "--kafka=" + parts.broker;
    assertThat(CommandLines.run("live", QUICKSTART, to, "--topics=week"))
        .contains("podflow: the topics are not kept, nothing was started")
        .contains("week.bars: retention.ms is 604800000 (expected: -1)")
        .contains("--entity-name week.bars --add-config retention.ms=-1")
        .contains("warning: week.decisions: retention.bytes is 1000000");
    assertThat(CommandLines.run("replay", QUICKSTART, to, "--topics=week"))
        .contains("the topics are not kept");
    assertThat(CommandLines.run("watch", to, "--topics=week", "--idle=1"))
        .as("who only looks on is told")
        .contains("warning: week.bars: retention.ms is 604800000")
        .doesNotContain("nothing was started");
    aCloseThatIsNeverDecidedEndsARecording(to);
  }

  private void aCloseThatIsNeverDecidedEndsARecording(String broker) {
    Object[] record = {
      "record",
      broker,
      "--topics=lasting",
      "--out=" + folder.resolve("nothing.db"),
      "--until=2021-02-01T00:00:00Z",
      "--idle=1"
    };
    assertThat(CommandLines.run(record))
        .contains("0 rows recorded")
        .contains("for 1 s, and the decisions of 2021-02-01T00:00:00Z are not there");
    assertThat(CommandLines.exitCode(record)).isEqualTo(ExitCode.NOT_REACHED);
  }

  private static TopicFaults none() {
    return new TopicFaults(List.of(), List.of());
  }

  private static void madeByHand(KafkaAccess kafka, String topic, Map<String, String> settings)
      throws Exception {
    try (Admin admin = Admin.create(kafka.properties())) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(settings))).all().get();
    }
  }

  private static ConfigEntry setting(KafkaAccess kafka, String topic, String name)
      throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(kafka.properties())) {
      Map<ConfigResource, Config> all = admin.describeConfigs(List.of(resource)).all().get();
      return Objects.requireNonNull(all.get(resource)).get(name);
    }
  }
}
