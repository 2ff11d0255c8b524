package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pod whose own account is used up. */
@Tag("RU1")
class PodRuinTest {

  private final PodFixture pod = new PodFixture("A/USDT", "B/USDT");

  private PodDecision close(double first, double second, double signal) {
    return pod.close(pod.update(0, first, signal), pod.update(1, second, signal));
  }

  private static DayReport day(PodDecision decision) {
    return Objects.requireNonNull(decision.day());
  }

  private static List<Event> ruins(PodDecision decision) {
    return decision.events().stream().filter(e -> e.kind() == EventKind.RUIN).toList();
  }

  @Test
  void aShortSqueezeUsesTheAccountUpAndEverythingIsZeroFromThatClose() {
    close(0, 0, -1);
    PodDecision squeezed = close(0.8, 0.4, -1);
    assertThat(day(squeezed).dailyReturn()).isEqualTo(-1);
    assertThat(day(squeezed).index()).isZero();
    assertThat(squeezed.targets()).containsExactly(0, 0);
    assertThat(squeezed.grossTarget()).isZero();
    assertThat(ruins(squeezed)).extracting(Event::pod).containsExactly("pod");
    PodDecision after = close(-0.5, -0.5, -1);
    assertThat(day(after).dailyReturn()).isZero();
    assertThat(day(after).index()).isZero();
    assertThat(day(after).maxDrawdown()).isEqualTo(1);
    assertThat(day(after).drawdown()).isEqualTo(1);
    assertThat(after.targets()).containsExactly(0, 0);
    assertThat(after.assets()).as("the rows go on").hasSize(2);
    assertThat(ruins(after)).isEmpty();
  }

  @Test
  void ruinIsWhyTheTargetsFall() {
    close(0, 0, -1);
    PodDecision squeezed = close(0.8, 0.4, -1);
    assertThat(squeezed.assets()).extracting(AssetRow::cause).containsOnly("lifecycle");
    assertThat(squeezed.factors()).allMatch(factors -> factors.forced() && factors.ruined());
    assertThat(close(0, 0, -1).assets()).extracting(AssetRow::cause).containsOnly("");
  }

  @Test
  void exactlyNothingLeftIsRuinAndAlmostNothingIsNot() {
    close(0, 0, 1);
    assertThat(ruins(close(-0.5, -0.5, 1))).hasSize(1);
    PodFixture lucky = new PodFixture("A/USDT", "B/USDT");
    lucky.close(lucky.update(0, 0, 1), lucky.update(1, 0, 1));
    PodDecision almost = lucky.close(lucky.update(0, -0.5, 1), lucky.update(1, -0.4999999, 1));
    assertThat(ruins(almost)).isEmpty();
    assertThat(almost.targets()).containsExactly(1, 1);
    assertThat(day(almost).index()).isPositive();
  }

  @Test
  void theTargetOfASymbolWithoutABarIsZeroToo() {
    close(0, 0, 1);
    PodDecision ruin = pod.close(pod.update(0, -1.5, 1), null);
    assertThat(ruin.targets()).containsExactly(0, 0);
    assertThat(pod.state().held[1].wanted).isZero();
  }

  @Test
  void aRuinAtNoonIsTheDaysReturnWhateverCameBeforeIt() {
    pod.timeframe = Timeframe.H12;
    close(0, 0, 1);
    close(0.5, 0.5, 1);
    PodDecision noon = close(-2, 0, 1);
    assertThat(noon.day()).isNull();
    assertThat(ruins(noon)).hasSize(1);
    PodDecision midnight = close(3, 3, 1);
    assertThat(day(midnight).dailyReturn()).isEqualTo(-1);
    close(3, 3, 1);
    assertThat(day(close(3, 3, 1)).dailyReturn()).isZero();
  }

  @Test
  @Tag("J3")
  void aRestartBetweenRuinAndTheEndOfTheDayChangesNothing() {
    pod.timeframe = Timeframe.H12;
    close(0, 0, 1);
    close(0, 0, 1);
    assertThat(ruins(close(-2, 0, 1))).hasSize(1);
    pod.restart();
    PodDecision midnight = close(3, 3, 1);
    assertThat(ruins(midnight)).as("told once").isEmpty();
    assertThat(day(midnight).dailyReturn()).isEqualTo(-1);
    assertThat(midnight.targets()).containsExactly(0, 0);
    pod.restart();
    close(3, 3, 1);
    assertThat(day(close(3, 3, 1)).dailyReturn()).isZero();
  }

  @Test
  void theCostOfAChangeAloneCanRuin() {
    pod.costBps = 5_000;
    close(0, 0, 1);
    assertThat(ruins(close(0, 0, 1))).hasSize(1);
  }

  @Test
  void anAccountThatWasNegativeInAnOlderStateIsRuinedAtItsNextClose() {
    pod.state().performance.index = -0.3;
    PodDecision next = close(0, 0, 1);
    assertThat(ruins(next)).hasSize(1);
    assertThat(day(next).index()).isZero();
  }
}
