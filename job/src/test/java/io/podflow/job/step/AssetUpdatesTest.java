package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Versions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetUpdatesTest {

  private final RunScope scope = RandomPortfolio.scope(Versions.settings(Versions.ONE), 30);
  private final long from = scope.window().from();
  private final AssetUpdates updates =
      new AssetUpdates(scope, AssetUpdatesTest.class.getClassLoader());
  private final Map<Integer, AssetMemory> memories = new HashMap<>();
  private final List<Long> made = new ArrayList<>();
  private final List<Event> late = new ArrayList<>();

  private void take(PodBar bar) {
    updates.take(
        bar,
        new AssetInMemory(memories, bar.asset()),
        new AssetUpdates.Output() {
          @Override
          public void updated(AssetUpdate update) {
            made.add(update.closeTime());
          }

          @Override
          public void late(Event event) {
            late.add(event);
          }
        });
  }

  private Bar bar(long days) {
    return new Bar(0, Timeframe.D1, from + days * Timeframe.D1.millis(), 1, 1, 1, 1, 1);
  }

  private PodBar traded(long days) {
    return PodBar.of(Routes.asset(0, 0), 0, 0, bar(days));
  }

  @Test
  void aBarThatIsLateOrComesAgainIsNamedAndChangesNothing() {
    take(traded(1));
    take(traded(2));
    take(traded(2));
    take(traded(1));
    take(traded(3));
    assertThat(made).containsExactly(bar(1).closeTime(), bar(2).closeTime(), bar(3).closeTime());
    assertThat(late)
        .extracting(Event::time, Event::message)
        .containsExactly(
            tuple(bar(2).closeTime(), "late or repeated bar ignored"),
            tuple(bar(1).closeTime(), "late or repeated bar ignored"));
  }

  /** It fills the window of a pair that is traded later, and may have come before. */
  @Test
  void aBarAheadThatComesAgainIsNoNews() {
    take(PodBar.ahead(Routes.asset(0, 0), 0, 0, bar(1)));
    take(PodBar.ahead(Routes.asset(0, 0), 0, 0, bar(1)));
    assertThat(late).isEmpty();
    assertThat(memories)
        .hasEntrySatisfying(
            Routes.asset(0, 0),
            memory -> assertThat(memory.lastClose).isEqualTo(bar(1).closeTime()));
  }
}
