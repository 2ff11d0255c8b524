package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class ProtectionTest {

  private final PodFixture pod = new PodFixture("A/USDT", "B/USDT");

  private PodDecision close(double low, double price) {
    return pod.close(pod.bar(0, price, price, low, price, 1), pod.bar(1, 10, 10, 10, 10, 1));
  }

  @Test
  void aStoppedSymbolGetsTargetZeroWhateverItsSignalSaysAndWithoutACooldownReturnsAtTheNextClose() {
    pod.stopLoss = 0.10;
    pod.stopCooldownBars = 0;
    assertThat(close(100, 100).targets()).containsExactly(1, 1);
    assertThat(close(95, 100).targets()).containsExactly(1, 1);

    PodDecision stopped = close(89.9, 95);
    assertThat(stopped.targets()).containsExactly(0, 1);
    assertThat(stopped.assets().get(0).signal()).isEqualTo(1);
    assertThat(stopped.events())
        .filteredOn(e -> e.kind() == EventKind.RISK)
        .extracting(Event::pod, Event::symbol, Event::fromState, Event::toState)
        .containsExactly(tuple("pod", "A/USDT", "LONG", "FLAT"));

    PodDecision again = close(80, 95);
    assertThat(again.targets()).containsExactly(1, 1);
    assertThat(again.events()).isEmpty();
  }

  @Test
  void theReEntryHasAnEntryPriceOfItsOwn() {
    pod.stopLoss = 0.10;
    close(100, 100);
    close(100, 100);
    close(89, 95);
    close(95, 95);

    assertThat(close(86, 95).targets()).containsExactly(1, 1);
    assertThat(close(85, 95).targets()).containsExactly(0, 1);
  }

  @Test
  void withoutAStopLossNothingIsStopped() {
    close(100, 100);
    close(100, 100);

    assertThat(close(1, 95).targets()).containsExactly(1, 1);
  }
}
