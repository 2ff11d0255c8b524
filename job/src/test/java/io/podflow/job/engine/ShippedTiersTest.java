package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.testing.Shared;
import io.podflow.job.testing.ForcedChanges;
import io.podflow.job.testing.RealRuns;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped tiers over five years of real daily bars: what they decide is traded, or told. */
class ShippedTiersTest {

  private static final double WORTH_TELLING = 0.05;

  @ParameterizedTest
  @Tag("TR2")
  @Tag("TR5")
  @ValueSource(strings = {"tiers/5.yaml", "tiers/9.yaml", "tiers/13.yaml", "tiers/17.yaml"})
  void whatIsDecidedIsTradedOrTold(String config, @TempDir Path scratch) throws Exception {
    Path run = RealRuns.shipped(config, Shared.path("data/1d"), scratch).database();
    ForcedChanges forced = ForcedChanges.of(run);

    assertThat(forced.withSomethingHeld("stop")).hasSizeGreaterThan(100);
    assertThat(forced.withSomethingHeld("exclusion")).hasSizeGreaterThan(30);
    assertThat(forced.untold()).isEmpty();
    assertThat(forced.keptAfterRetirement()).isEmpty();
    assertThat(forced.missed()).isBetween(0.0, WORTH_TELLING);
  }
}
