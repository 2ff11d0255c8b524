package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.protection.HeldPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The quiet time after a stop, as the pod's step keeps it. */
@Tag("TR6")
class QuietTimeTest {

  private final PodFixture pod = new PodFixture("A/USDT", "B/USDT");

  private PodDecision close(double low, double price, double signal) {
    return pod.close(pod.bar(0, price, price, low, price, signal), pod.bar(1, 10, 10, 10, 10, 1));
  }

  /** A is bought at 100 and stopped out at 89. */
  private PodDecision stopped(int cooldown) {
    pod.stopLoss = 0.10;
    pod.stopCooldownBars = cooldown;
    close(100, 100, 1);
    close(100, 100, 1);
    return close(89, 95, 1);
  }

  private static int quietBars(PodDecision decision) {
    return decision.assets().get(0).quietBars();
  }

  @Test
  void aSymbolStaysOutForSoManyClosesAfterItsStop() {
    PodDecision stop = stopped(2);
    assertThat(stop.targets()).containsExactly(0, 1);
    assertThat(quietBars(stop)).isZero();
    PodDecision first = close(95, 95, 1);
    assertThat(first.targets()).containsExactly(0, 1);
    assertThat(first.assets()).extracting(AssetRow::quietBars).containsExactly(1, 0);
    assertThat(first.assets().get(0).signal()).as("what the strategy said").isEqualTo(1);
    assertThat(close(95, 95, 1).targets()).containsExactly(0, 1);
    PodDecision back = close(95, 95, 1);
    assertThat(back.targets()).containsExactly(1, 1);
    assertThat(quietBars(back)).isZero();
  }

  @Test
  void aSignalOfTheOtherSignActsAtOnceAndTheOldOneMayReturn() {
    stopped(5);
    assertThat(close(95, 95, -0.5).targets()).containsExactly(-0.5, 1);
    assertThat(close(95, 95, 1).targets()).containsExactly(1, 1);
  }

  @Test
  void aFlatSignalEndsItToo() {
    stopped(5);
    assertThat(close(95, 95, 0).targets()).containsExactly(0, 1);
    assertThat(close(95, 95, 1).targets()).containsExactly(1, 1);
  }

  @Test
  void aCloseWithoutABarDoesNotCountAndAStaleOneEndsIt() {
    stopped(5);
    close(95, 95, 1);
    AssetUpdate other = pod.bar(1, 10, 10, 10, 10, 1);
    pod.close(null, other);
    assertThat(pod.state().held[0].quietBars).isEqualTo(1);
    pod.close(null, pod.bar(1, 10, 10, 10, 10, 1));
    pod.close(null, pod.bar(1, 10, 10, 10, 10, 1));
    assertThat(pod.state().held[0].stoppedSign).as("stale").isZero();
    assertThat(close(95, 95, 1).targets()).containsExactly(1, 1);
  }

  @Test
  void theAllocatorStillCountsTheSymbolAndItsShareLiesIdle() {
    pod.allocation = PodFixture.equalWeight(1);
    stopped(5);
    PodDecision quiet = close(95, 95, 1);
    assertThat(quiet.assets()).extracting(AssetRow::allocationWeight).containsExactly(0.5, 0.5);
    assertThat(quiet.targets()).containsExactly(0, 1);
  }

  @Test
  void itMovesBySymbolNameAcrossVersions() {
    stopped(5);
    close(95, 95, 1);
    PodFixture next = new PodFixture("C/USDT", "B/USDT", "A/USDT");
    PodStep step = new PodStep(next.layout(), 0);
    step.warmUp(pod.state(), new AssetUpdate[3]);
    assertThat(pod.state().held)
        .extracting(held -> held.quietBars)
        .as("by name")
        .containsExactly(0, 0, 1);
    assertThat(pod.state().held[2].stoppedSign).isEqualTo(1);
  }

  @Test
  void aStateOfBeforeHasNone() {
    HeldPosition held = new HeldPosition();
    assertThat(held.stoppedSign).isZero();
    assertThat(held.quietBars).isZero();
  }
}
