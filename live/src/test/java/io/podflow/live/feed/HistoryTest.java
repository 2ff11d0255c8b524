package io.podflow.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where rows from before end and those of the feed begin. */
@Tag("J3")
class HistoryTest {

  private static final long HOUR = Timeframe.H1.millis();

  @Test
  void ofTheSameTimeTheFeedsRowCounts() {
    List<MarketRow> before = List.of(row(0, 0, 1), row(1, 0, 1), row(0, 1, 1), row(1, 1, 1));
    List<MarketRow> feed = List.of(row(0, 1, 2), row(0, 2, 2));
    assertThat(History.joined(before, feed))
        .containsExactly(row(0, 0, 1), row(1, 0, 1), row(0, 1, 2), row(1, 1, 1), row(0, 2, 2));
  }

  /** As when an earlier start died in the middle of sending, or the feed was away. */
  @Test
  void holesOfTheFeedAreFilled() {
    List<MarketRow> before = List.of(row(0, 0, 1), row(0, 1, 1), row(0, 2, 1), row(0, 3, 1));
    List<MarketRow> feed = List.of(row(0, 0, 2), row(0, 3, 2));
    assertThat(History.joined(before, feed))
        .containsExactly(row(0, 0, 2), row(0, 1, 1), row(0, 2, 1), row(0, 3, 2));
  }

  /** A row from before that reaches into the feed's first one would count its prices twice. */
  @Test
  void rowsThatOverlapTheFeedAreLeftOut() {
    MarketRow twoHours = new MarketRow(0, Timeframe.H2, HOUR, 1, 1, 1, 1, 1);
    assertThat(History.joined(List.of(row(0, 0, 1), twoHours), List.of(row(0, 2, 2))))
        .containsExactly(row(0, 0, 1), row(0, 2, 2));
  }

  @Test
  void onlyTheWarmUpIsTaken() {
    List<MarketRow> rows = List.of(row(0, 0, 1), row(0, 1, 1), row(0, 2, 1), row(0, 3, 1));
    RunWindow window = new RunWindow(HOUR, 3 * HOUR, Long.MAX_VALUE);
    assertThat(History.ofWarmUp(rows, window)).containsExactly(row(0, 1, 1), row(0, 2, 1));
  }

  @Test
  void nothingThatTheFeedHasNotComeTo() {
    List<MarketRow> rows = List.of(row(0, 0, 1), row(0, 1, 1), row(0, 2, 1));
    assertThat(History.upTo(rows, 2 * HOUR)).containsExactly(row(0, 0, 1), row(0, 1, 1));
  }

  static MarketRow row(int symbol, int hour, double price) {
    return new MarketRow(symbol, Timeframe.H1, hour * HOUR, price, price, price, price, 1);
  }
}
