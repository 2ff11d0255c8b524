package io.podflow.job.version;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.state.MarketItem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Bars that come while a version waits for its history. Those who trade get them at once; pods that
 * are new in the version get them behind its history, since windows are filled in the order of
 * time.
 */
final class BufferedBars {

  private BufferedBars() {}

  /**
   * @param since how far the feed has come, epoch milliseconds UTC
   */
  static void begin(BarCloseGateState state, long since) {
    state.keptBack = new Bar[0];
    state.waitingSince = since;
  }

  static void keep(BarCloseGateState state, List<MarketRecord> records, Predicate<Bar> wanted) {
    Stream<Bar> bars =
        records.stream().map(MarketRecord::bar).filter(Objects::nonNull).filter(wanted);
    state.keptBack = Stream.concat(Arrays.stream(state.keptBack), bars).toArray(Bar[]::new);
  }

  /** Those for the pods of the version; nothing is kept after that. */
  static List<MarketItem> released(BarCloseGateState state) {
    List<MarketItem> items = Arrays.stream(state.keptBack).map(MarketItem::history).toList();
    begin(state, BarCloseGateState.NEVER);
    return items;
  }

  /**
   * Whether a row comes so long after the version that the rest of its history will not. It goes by
   * rows alone: when a close is given up for missing ones is a matter of somebody's clock.
   */
  static boolean isTooLong(BarCloseGateState state, MarketRow row) {
    return state.waitingSince != BarCloseGateState.NEVER
        && row.closeTime() - state.waitingSince > Timeframe.D1.millis();
  }
}
