package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.live.kafka.Topics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a start says, and goes by. */
@Tag("LV1")
class BeginTest {

  private static final Topics TOPICS = new Topics("p");
  private static final Instant NOW = Instant.parse("2026-12-01T13:45:10.250Z");
  private static final long EARLIER = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
  private static final long ASKED = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
  private static final List<ConfigMessage> NOTHING = List.of();
  private static final List<ConfigMessage> PUBLISHED =
      List.of(new ConfigMessage("start-1", EARLIER, "pods: []", EARLIER));
  private static final List<ConfigMessage> UNCLEAR =
      List.of(
          new ConfigMessage("start-1", EARLIER, "pods: []", ConfigMessage.NOT_TOLD),
          new ConfigMessage("start-2", ASKED, "pods: []", ConfigMessage.NOT_TOLD));

  @Test
  void aFirstStartTradesFromNowOn() {
    assertThat(Begin.ofFirstStart(null, NOTHING, NOW, TOPICS))
        .isEqualTo(
            new Begin(
                Instant.parse("2026-12-01T13:45:10Z").toEpochMilli(),
                "trades closes after 2026-12-01T13:45:10Z; --from DAY trades earlier ones, whose"
                    + " bars lie on p.bars"));
  }

  @Test
  void aFirstStartTradesFromWhatIsAsked() {
    assertThat(Begin.ofFirstStart(ASKED, PUBLISHED, NOW, TOPICS))
        .isEqualTo(new Begin(ASKED, "trades closes after 2026-11-20T12:00:00Z"));
  }

  @Test
  void topicsOfAJobThatHasTradedAreNoPlaceForAFirstStart() {
    assertThatThrownBy(() -> Begin.ofFirstStart(null, PUBLISHED, NOW, TOPICS))
        .isInstanceOf(Refusal.class)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.USAGE)
        .hasMessage(
            "podflow: p.config has versions of a job that has traded here from"
                + " 2026-11-01T00:00:00Z on: give --resume PATH to go on from its state, --from"
                + " 2026-11-01T00:00:00Z to decide everything again from there, or --topics PREFIX"
                + " for topics that are new");
    assertThatThrownBy(() -> Begin.ofFirstStart(null, UNCLEAR, NOW, TOPICS))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has traded here: give --resume PATH")
        .hasMessageContaining("--from DAY|TIME to decide");
  }

  @Test
  void aLaterStartTradesFromWhereTheFirstDid() {
    Begin known =
        new Begin(EARLIER, "trades closes after 2026-11-01T00:00:00Z, as since its first start");
    assertThat(Begin.ofLaterStart(null, PUBLISHED, TOPICS)).isEqualTo(known);
    assertThat(Begin.ofLaterStart(EARLIER, PUBLISHED, TOPICS)).isEqualTo(known);
    assertThat(Begin.ofLaterStart(ASKED, PUBLISHED, TOPICS))
        .isEqualTo(
            new Begin(
                EARLIER,
                "--from 2026-11-20T12:00:00Z is ignored: the job trades closes after"
                    + " 2026-11-01T00:00:00Z, as since its first start"));
  }

  @Test
  void aLaterStartAsksForWhatNothingSays() {
    assertThat(Begin.ofLaterStart(ASKED, NOTHING, TOPICS).time()).isEqualTo(ASKED);
    for (List<ConfigMessage> published : List.of(NOTHING, UNCLEAR)) {
      assertThatThrownBy(() -> Begin.ofLaterStart(null, published, TOPICS))
          .isInstanceOf(Refusal.class)
          .hasFieldOrPropertyWithValue("exitCode", ExitCode.USAGE)
          .hasMessage(
              "podflow: p.config does not say from when on the job trades: give --from DAY|TIME,"
                  + " that of its first start");
    }
  }
}
