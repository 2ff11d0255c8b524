package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.JumpWatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DA4")
class DataEventsTest {

  private final PodFixture pod = new PodFixture("A/USDT", "B/USDT");
  private final List<Event> events = new ArrayList<>();

  private PodDecision close(double a, double b) {
    PodDecision decision = pod.close(pod.bar(0, a, a, a, a, 1), pod.bar(1, b, b, b, b, 1));
    events.addAll(decision.events());
    return decision;
  }

  private void closes(double... ofA) {
    Arrays.stream(ofA).forEach(a -> close(a, 50));
  }

  @Test
  void aJumpIsToldAtItsThirdFollowingBar() {
    closes(100, 100, 10, 10, 10);
    assertThat(events).isEmpty();
    close(10, 50);

    assertThat(events)
        .containsExactly(
            new Event(
                6 * PodFixture.DAY,
                EventKind.DATA,
                "pod",
                "A/USDT",
                "",
                "",
                Severity.WARNING,
                "implausible jump (split, redenomination, rename?): from 100.0 to 10.0 at the close"
                    + " of 1970-01-04T00:00:00Z, and it stayed there"));
  }

  @Test
  void itActsOnNothing() {
    closes(100, 100, 10, 10, 10);
    PodDecision told = close(10, 50);

    assertThat(told.targets()).containsExactly(1, 1);
  }

  @Test
  void stateOfBeforeBeginsToWatch() {
    closes(100, 100);
    pod.state().jumps = new JumpWatch[0];
    closes(10, 10, 10, 10);
    assertThat(events).isEmpty();
    closes(1, 1, 1, 1);

    assertThat(events).singleElement().extracting(Event::time).isEqualTo(10 * PodFixture.DAY);
  }

  @Test
  void aRestartInBetweenForgetsNothing() {
    closes(100, 100, 10, 10, 10);
    PodFixture resumed = new PodFixture("C/USDT", "B/USDT", "A/USDT");
    PodDecision decision =
        new PodStep(resumed.layout(), 0)
            .onClose(
                pod.state(),
                6 * PodFixture.DAY,
                new AssetUpdate[] {null, pod.bar(1, 50, 50, 50, 50, 1), moved(pod, 2)});

    assertThat(decision.events())
        .filteredOn(event -> event.message().startsWith("implausible"))
        .extracting(Event::symbol)
        .containsExactly("A/USDT");
  }

  private static AssetUpdate moved(PodFixture pod, int position) {
    return pod.bar(position, 10, 10, 10, 10, 1);
  }

  @Test
  void aVolumeThatIsReadAndMissingIsTold() {
    AssetUpdate bar = pod.bar(0, 1, 1, 1, 1, 1);
    AssetUpdate missing =
        new AssetUpdate(
            0, 0, bar.closeTime(), 1, 1, 1, 1, 0, 1, "", 20, 0, 0, 0, Double.NaN, false, 0, true);

    assertThat(pod.close(missing, null).events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.symbol()).isEqualTo("A/USDT");
              assertThat(event.kind()).isEqualTo(EventKind.DATA);
              assertThat(event.message())
                  .isEqualTo(
                      "no volume, taken as 0, and strategy test reads volumes; told at the first"
                          + " such bar only");
            });
  }
}
