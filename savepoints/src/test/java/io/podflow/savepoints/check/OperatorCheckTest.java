package io.podflow.savepoints.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L5")
class OperatorCheckTest {

  private static final long END = Long.MAX_VALUE;

  @Test
  void anInputHasATimerOrWaitsForALaterClose() {
    assertThat(findings(null, 10, 10, END)).isEmpty();
    assertThat(findings(null, 10, 20, END)).isEmpty();
    assertThat(findings(9L, 10, 20, END)).isEmpty();
  }

  @Test
  void anInputThatNothingWaitsForIsFound() {
    assertThat(findings(null, 10, END)).singleElement().asString().contains("an input of 10");
    assertThat(findings(null, 10, 5, END)).singleElement().asString().contains("an input of 10");
    assertThat(findings(10L, 10, 20, END)).singleElement().asString().contains("an input of 10");
  }

  private static List<String> findings(@Nullable Long clock, long waits, long... timers) {
    PodEntry pod = new PodEntry(0, null, List.of(update(waits)), clock, timers);
    JobState state = new JobState(List.of(), List.of(pod), null, null, null, List.of());
    return StateCheck.inside(state, null);
  }

  private static AssetUpdate update(long closeTime) {
    return new AssetUpdate(
        0, 0, closeTime, 1, 1, 1, 1, 0, 0, "", 1, 0, 0, 0, Double.NaN, false, 0, false);
  }
}
