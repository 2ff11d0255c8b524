package io.podflow.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Severity;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes wrong is told at once, not too often, and so is its end. */
@Tag("LV2")
class HealthLogTest {

  private static final long NOW = 1_704_067_200_000L;

  private final HealthLog log = new HealthLog("bars");

  @Test
  void theFirstSightIsToldAtOnceWithItsNextStep() {
    log.see(HealthKind.REFUSED_ROW, "p.bars", "close is -1", NOW);

    assertThat(log.due(NOW + 1))
        .containsExactly(
            new HealthRecord(
                NOW + 1,
                "bars",
                HealthKind.REFUSED_ROW,
                Severity.WARNING,
                "p.bars",
                NOW,
                NOW,
                1,
                "close is -1",
                HealthKind.REFUSED_ROW.nextStep(),
                false));
    assertThat(log.due(NOW + 2)).isEmpty();
  }

  @Test
  void furtherSightsAreCountedAndToldEveryTenSecondsAtMost() {
    log.see(HealthKind.REFUSED_ROW, "p.bars", "first", NOW);
    log.due(NOW);
    for (int i = 1; i <= 500; i++) {
      log.see(HealthKind.REFUSED_ROW, "p.bars", "again", NOW + i);
    }

    assertThat(log.due(NOW + 9_999)).isEmpty();
    assertThat(log.due(NOW + 10_000))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.count()).isEqualTo(501);
              assertThat(record.since()).isEqualTo(NOW);
              assertThat(record.last()).isEqualTo(NOW + 500);
              assertThat(record.reason()).isEqualTo("again");
            });
    assertThat(log.due(NOW + 20_000)).as("nothing new").isEmpty();
  }

  @Test
  void anOccurrenceIsOverAfterAMinuteWithoutOneAndAConditionWhenItsObserverSaysSo() {
    log.see(HealthKind.REFUSED_ROW, "", "row", NOW);
    log.see(HealthKind.FEED_SILENT, "", "silent", NOW);
    log.due(NOW);

    assertThat(log.due(NOW + 59_999)).isEmpty();
    assertThat(log.due(NOW + 60_000))
        .singleElement()
        .matches(HealthRecord::over)
        .extracting(HealthRecord::kind)
        .isEqualTo(HealthKind.REFUSED_ROW);
    log.end(HealthKind.FEED_SILENT, "");
    assertThat(log.due(NOW + 60_001)).singleElement().matches(HealthRecord::over);
    log.end(HealthKind.FEED_SILENT, "");
    assertThat(log.due(NOW + 60_002)).as("an end is told once").isEmpty();
  }

  @Test
  void whatEndsBeforeItIsToldIsToldWithItsEnd() {
    log.see(HealthKind.CLOSE_LATE, "", "late", NOW);
    log.end(HealthKind.CLOSE_LATE, "");

    assertThat(log.due(NOW)).extracting(HealthRecord::over).containsExactly(false, true);
  }

  @Test
  void whatComesAgainAfterItsEndBeginsAnew() {
    log.see(HealthKind.CLOSE_LATE, "", "late", NOW);
    log.due(NOW);
    log.end(HealthKind.CLOSE_LATE, "");
    log.see(HealthKind.CLOSE_LATE, "", "late again", NOW + 5);

    List<HealthRecord> due = log.due(NOW + 6);
    assertThat(due).singleElement().extracting(HealthRecord::since).isEqualTo(NOW + 5);
  }

  @Test
  void aFloodOfSubjectsIsBounded() {
    for (int i = 0; i < 1_000; i++) {
      log.see(HealthKind.REFUSED_ROW, "symbol " + i, "row", NOW);
    }

    List<HealthRecord> due = log.due(NOW);
    assertThat(due).hasSize(HealthLog.MOST_SUBJECTS + 1);
    assertThat(due.get(due.size() - 1).subject()).isEqualTo(HealthLog.OTHERS);
    assertThat(due.get(due.size() - 1).count()).isEqualTo(1_000 - HealthLog.MOST_SUBJECTS);
  }
}
