package io.podflow.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthRecord;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A dead job cannot look like a calm one. */
@Tag("LV2")
class HealthLinesTest {

  private static final long NOW = Instant.parse("2026-12-01T10:00:00Z").toEpochMilli();

  private final HealthLines lines = new HealthLines(NOW);

  private static AliveRecord alive(String waiting) {
    return new AliveRecord(NOW, "closes", "host", waiting, -1, -1, -1);
  }

  private static HealthRecord finding(long count, boolean over) {
    HealthKind kind = HealthKind.REFUSED_ROW;
    return new HealthRecord(
        NOW,
        "bars",
        kind,
        kind.severity(),
        "p.bars",
        NOW,
        NOW,
        count,
        "close is -1",
        kind.nextStep(),
        over);
  }

  @Test
  void aFindingIsALineWithItsNextStepAndSoIsItsEnd() {
    assertThat(lines.take(finding(1, false), NOW))
        .containsExactly(
            "2026-12-01 10:00  health     WARNING refused_row p.bars: close is -1; next: "
                + HealthKind.REFUSED_ROW.nextStep());
    assertThat(lines.take(finding(1_200, false), NOW))
        .singleElement()
        .asString()
        .contains("close is -1 (seen 1,200 times); next:");
    assertThat(lines.take(finding(1_200, true), NOW))
        .containsExactly("2026-12-01 10:00  health     over: refused_row p.bars, seen 1,200 times");
  }

  @Test
  void onceAMinuteItSaysWhatTheJobWaitsFor() {
    lines.take(alive("the close of 11:00 is the next"), NOW + 59_000);
    lines.take(alive(""), NOW + 59_500);
    assertThat(lines.due(NOW + 59_999)).isEmpty();
    assertThat(lines.due(NOW + 60_000))
        .containsExactly("2026-12-01 10:01  health     waiting: the close of 11:00 is the next");
    assertThat(lines.due(NOW + 61_000)).isEmpty();
  }

  @Test
  void silenceOfThirtySecondsIsAnAlarmEveryMinuteUntilTheJobIsHeardOfAgain() {
    assertThat(lines.due(NOW + 29_999)).isEmpty();
    assertThat(lines.due(NOW + 30_000))
        .singleElement()
        .asString()
        .contains("CRITICAL nothing is heard of the job for 30 s");
    assertThat(lines.due(NOW + 31_000)).isEmpty();
    assertThat(lines.due(NOW + 90_000)).hasSize(1);
    assertThat(lines.take(alive(""), NOW + 91_000))
        .singleElement()
        .asString()
        .contains("heard of again");
    assertThat(lines.due(NOW + 91_000 + 29_999)).isEmpty();
  }
}
