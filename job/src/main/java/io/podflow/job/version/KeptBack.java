package io.podflow.job.version;

import io.podflow.domain.market.Bar;
import io.podflow.domain.market.MarketGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.Timeframe;
import io.podflow.job.state.MarketItem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Bars that come while a version waits for its history. Those who trade get them at once; pods that
 * are new in the version get them behind its history, since windows are filled in the order of
 * time.
 */
final class KeptBack {

  private KeptBack() {}

  static void keep(MarketGateState state, List<MarketRecord> records) {
    Stream<Bar> bars = records.stream().map(MarketRecord::bar).filter(Objects::nonNull);
    state.keptBack = Stream.concat(Arrays.stream(state.keptBack), bars).toArray(Bar[]::new);
  }

  /** Those for the pods of the version; nothing is kept after that. */
  static List<MarketItem> released(MarketGateState state) {
    List<MarketItem> items = Arrays.stream(state.keptBack).map(MarketItem::history).toList();
    forget(state);
    return items;
  }

  /** When there is another version, or none any more. */
  static void forget(MarketGateState state) {
    state.keptBack = new Bar[0];
  }

  /** Whether a whole day of bars is there: so long no sender of history takes. */
  static boolean isDay(MarketGateState state) {
    return state.keptBack.length > 0
        && state.closedUpTo - state.keptBack[0].closeTime() >= Timeframe.D1.millis();
  }
}
