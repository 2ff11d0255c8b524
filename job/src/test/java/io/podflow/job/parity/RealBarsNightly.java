package io.podflow.job.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.testing.Shared;
import io.podflow.job.testing.RealRuns;
import io.podflow.job.testing.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every universe of real bars through every engine: what {@link RealBarsParityTest} has one of each
 * kind of. {@code scripts/nightly parity} runs it.
 */
class RealBarsNightly {

  @ParameterizedTest
  @Tag("J3")
  @Tag("F1")
  @CsvSource({
    "tiers/5.yaml, 4000",
    "tiers/9.yaml, 7000",
    "tiers/13.yaml, 10000",
    "tiers/17.yaml, 14000"
  })
  void tiersHoweverTheyAreRun(String config, long middle, @TempDir Path scratch) throws Exception {
    checkEverywhere(RealRuns.shipped(config, Shared.path("data/1d"), scratch), middle);
  }

  @Test
  @Tag("J3")
  void hoursAsHalfDaysAndDaysHoweverTheyAreRun(@TempDir Path scratch) throws Exception {
    String config = RealBarsParityTest.TWO_TIMEFRAMES;
    checkEverywhere(RealRuns.inline(config, Shared.path("data/1h"), scratch), 6_000);
  }

  /**
   * @param middle a number of records that is less than what a reader of the bars has to read
   */
  private static void checkEverywhere(Runs runs, long middle) throws Exception {
    Map<String, List<String>> inline = runs.inline();
    assertThat(inline.get("fills")).isNotEmpty();
    assertThat(runs.batch(1)).isEqualTo(inline);
    assertThat(runs.batch(2)).isEqualTo(inline);
    assertThat(runs.interrupted(2, middle)).isEqualTo(inline);
    assertThat(runs.interrupted(1, middle / 2, middle / 3)).isEqualTo(inline);
  }
}
