package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Versions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MarketEntranceTest {

  private static final long HOUR = Timeframe.H1.millis();

  private final RunScope scope = RandomPortfolio.scope(new RandomPortfolio(1, 10).settings(), 10);
  private final int symbols = scope.layout().universe().size();
  private final long open = scope.window().from();
  private final List<String> told = new ArrayList<>();
  private final MarketEntrance entrance = entrance(told);

  private MarketEntrance entrance(List<String> to) {
    return new MarketEntrance(
        scope,
        MarketEntranceTest.class.getClassLoader(),
        new EntranceOutput<MarketItem>() {
          @Override
          public void emit(MarketItem item, long time) {
            to.add(
                item.version() != null ? "version" : item.history() != null ? "history" : "item");
          }

          @Override
          public void advance(long time) {
            to.add("advance " + (time - open) / HOUR);
          }
        });
  }

  private FeedItem row(int symbol, long openTime) {
    return FeedItem.of(new MarketRow(symbol, Timeframe.H1, openTime, 1, 1, 1, 1, 1));
  }

  @Test
  @Tag("J2")
  void aCloseIsOverWithTheRowsOfAllSymbolsOrWhenNoMoreIsWaitedFor() {
    for (int s = 0; s < symbols; s++) {
      assertThat(told).doesNotContain("advance 1");
      entrance.take(row(s, open));
    }
    assertThat(told).contains("advance 1");
    assertThat(entrance.isWaiting()).isFalse();
    entrance.take(row(0, open + HOUR));
    assertThat(entrance.isWaiting()).isTrue();
    assertThat(told).doesNotContain("advance 2");
    entrance.giveUpWaiting();
    assertThat(told).contains("advance 2");
    assertThat(entrance.reached()).isEqualTo(open + 2 * HOUR);
  }

  @Test
  @Tag("J2")
  void aHeartbeatEndsClosesAndNeverGoesBack() {
    entrance.take(FeedItem.beat(open + 2 * HOUR));
    entrance.take(FeedItem.beat(open + HOUR));
    entrance.take(FeedItem.beat(open + 2 * HOUR));
    assertThat(told).containsOnlyOnce("advance 2").doesNotContain("advance 1");
  }

  @Test
  @Tag("G1")
  @Tag("L5")
  void oneThatGoesOnSaysTheVersionsFirstAndOnceAndHowFarItHasCome() {
    entrance.take(FeedItem.of(Versions.first(Versions.ONE)));
    entrance.take(FeedItem.beat(open + HOUR));
    List<String> again = new ArrayList<>();
    MarketEntrance restored = entrance(again);
    restored.restore(entrance.state(), entrance.versions());
    restored.take(FeedItem.beat(open + HOUR));
    restored.begin();
    assertThat(again).containsExactly("version", "advance 1");
  }

  @Test
  @Tag("G1")
  void historyGoesOnOnlyForAVersionThatWaitsForIt() {
    MarketRow row =
        new MarketRow(0, Timeframe.D1, open - 10 * Timeframe.D1.millis(), 1, 1, 1, 1, 1);
    entrance.take(FeedItem.of(Versions.first(Versions.ONE)));
    entrance.take(FeedItem.history(row));
    assertThat(told).doesNotContain("history");
    ConfigVersion next =
        ConfigVersion.of(
            "v2",
            open,
            2,
            Versions.first(Versions.ONE, Versions.TWO).yaml(),
            scope.layout().lineage());
    entrance.take(FeedItem.of(next));
    entrance.take(FeedItem.history(row));
    assertThat(told).containsOnlyOnce("history");
  }
}
