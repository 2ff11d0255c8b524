package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.ConfigReader;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.live.client.VersionClient;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Sender;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import io.podflow.live.testing.SharedParts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a real broker: who needs the job's begin waits for its first version. */
@Tag("LV1")
class WaitsForTheJobTest {

  private static final Path QUICKSTART = Invocation.shipped("config/quickstart.yaml");
  private static final ConfigMessage FIRST =
      new ConfigMessage("start-1", 1_800_000_000_000L, "pods: []", 1_799_999_999_000L);

  @Test
  void theFirstVersionEndsTheWaiting() throws Exception {
    KafkaAccess kafka = KafkaAccess.of(SharedParts.running().local.broker, null, Map.of());
    Topics topics = new Topics("waits");
    TopicSetup.ensure(kafka, topics);
    LiveCodecs codecs =
        LiveCodecs.of(
            PortfolioLayout.of(ConfigReader.installed().read(QUICKSTART).orThrow().orchestrator()));
    VersionClient client = new VersionClient(kafka, topics, codecs);

    assertThat(client.awaitPublished(() -> publish(kafka, topics, codecs)))
        .as("what comes while it waits")
        .containsExactly(FIRST);
    assertThat(client.awaitPublished(() -> publish(kafka, topics, codecs)))
        .as("nobody waits for what is there")
        .containsExactly(FIRST);

    Invocation exchange =
        Invocation.of(
            "paper-exchange",
            QUICKSTART,
            "--kafka=" + kafka.servers(),
            "--topics=waits",
            "--plant=NO/ONE=1");
    assertThat(exchange.out())
        .contains("the job trades closes after 2027-01-15T07:59:59Z")
        .doesNotContain("waits for the job");
    Invocation again =
        Invocation.of("live", QUICKSTART, "--kafka=" + kafka.servers(), "--topics=waits");
    assertThat(again.err())
        .contains("waits.config has versions of a job that has traded here")
        .contains("--from 2027-01-15T07:59:59Z to decide everything again");
  }

  private static void publish(KafkaAccess kafka, Topics topics, LiveCodecs codecs) {
    try (Sender sender = new Sender(kafka, topics.config())) {
      sender.send(codecs.config().encode(FIRST));
      sender.flush();
    }
  }
}
