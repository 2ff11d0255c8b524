package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.selection.AssetState;
import io.podflow.domain.selection.SelectorState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G1")
class PodLayoutMigrationTest {

  private static final SelectorState HALF = new SelectorState(AssetState.COOLDOWN, 1, 0, 5, 1);

  /** A pod of A and B, of which B is half way down its ramp. */
  private static PodState before(PodFixture pod) {
    pod.selector = PodFixture.selector(true, 1, 2, 1);
    pod.close(pod.update(0, 0.0, 0.5), pod.update(1, 0.0, -1));
    PodState state = pod.state();
    state.machines = new SelectorState[] {SelectorState.initial(2), HALF};
    state.targets = new double[] {0.5, -1};
    return state;
  }

  private static PodStep step(PodFixture next) {
    return new PodStep(next.layout(), 0);
  }

  @Test
  void symbolsKeepWhatIsTheirsWhereverTheyStand() {
    PodState state = before(new PodFixture("A/USDT", "B/USDT"));
    PodFixture next = new PodFixture("C/USDT", "B/USDT", "A/USDT");
    next.selector = PodFixture.selector(true, 1, 2, 1);
    step(next).warmUp(state, new AssetUpdate[3]);
    assertThat(state.symbols).containsExactly("C/USDT", "B/USDT", "A/USDT");
    assertThat(state.targets).containsExactly(0, -1, 0.5);
    assertThat(state.machines[0]).isEqualTo(SelectorState.initial(2));
    assertThat(state.machines[1]).isEqualTo(HALF);
    assertThat(state.missed).containsExactly(PodState.NEVER_TRADED, 1, 1);
  }

  @Test
  void whatIsDroppedIsChargedAsAChangeOfItsTarget() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    PodState state = before(pod);
    PodFixture next = new PodFixture("A/USDT");
    long time = PodFixture.DAY * 100;
    assertThat(step(next).onClose(state, time, new AssetUpdate[1]))
        .satisfies(decision -> assertThat(decision.targets()).containsExactly(0.5));
    assertThat(state.turnover).isCloseTo(1, within(1e-12));
  }

  @Test
  void anotherRampKeepsThePlaceOnIt() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    PodState state = before(pod);
    PodFixture next = new PodFixture("A/USDT", "B/USDT");
    next.selector = PodFixture.selector(true, 1, 6, 1);
    step(next).warmUp(state, new AssetUpdate[2]);
    assertThat(state.machines[0].level()).isEqualTo(6);
    assertThat(state.machines[1].level()).isEqualTo(3);
  }

  @Test
  void withoutASelectorEverySymbolIsBack() {
    PodState state = before(new PodFixture("A/USDT", "B/USDT"));
    PodFixture next = new PodFixture("A/USDT", "B/USDT");
    step(next).warmUp(state, new AssetUpdate[2]);
    int ramp = state.rampSteps;
    assertThat(state.machines).containsOnly(SelectorState.initial(ramp));
  }
}
