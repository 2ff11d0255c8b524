package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.testing.RandomPortfolio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E3")
class SilenceTest {

  private static final long PATIENCE = 1_000;

  private final RunScope scope = RandomPortfolio.scope(new RandomPortfolio(1, 10).settings(), 10);
  private final long first = scope.nextClose(scope.window().from());
  private final long second = scope.nextClose(first);
  private final List<String> said = new ArrayList<>();
  private final List<Long> wakes = new ArrayList<>();

  private final Silence silence =
      new Silence(
          scope,
          SilenceTest.class.getClassLoader(),
          PATIENCE,
          new Silence.Output() {
            @Override
            public void say(Event event) {
              said.add(event.message().split(" ")[4]);
            }

            @Override
            public void wakeAt(long machineTime) {
              wakes.add(machineTime);
            }
          });

  @Test
  void nobodyIsBehindBeforeACloseIsOver() {
    silence.market(first - 1, 0);
    assertThat(wakes).isEmpty();
  }

  @Test
  void itIsToldOnceAndTheReturnToo() {
    silence.market(first, 5);
    silence.market(second, 6);
    assertThat(wakes).containsExactly(5 + PATIENCE);
    silence.wake(5 + PATIENCE);
    silence.market(scope.nextClose(second), 7 + PATIENCE);
    assertThat(said).containsExactly("silent:");
    silence.exchange(first);
    assertThat(said).as("still behind").hasSize(1);
    silence.exchange(scope.nextClose(second));
    silence.exchange(scope.nextClose(second));
    assertThat(said).containsExactly("silent:", "back:");
    assertThat(wakes).hasSize(1);
  }

  /** The next close has a patience of its own. */
  @Test
  void aHeartbeatInTimeBeginsTheWaitAnew() {
    silence.market(first, 5);
    silence.exchange(first);
    silence.market(second, 900);
    silence.wake(5 + PATIENCE);
    assertThat(said).isEmpty();
    assertThat(wakes).containsExactly(5 + PATIENCE, 5 + 2 * PATIENCE);
  }
}
