package io.podflow.connectors.csv;

import io.podflow.api.Bar;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.MarketRecord;
import java.util.Comparator;

/**
 * A record of one symbol with the keys that order a stream: by time (a bar's close), at the same
 * time events before bars, then by symbol, then the shorter timeframe first.
 *
 * @param rank 0 for an event, the timeframe in milliseconds for a bar
 */
record StreamItem(long time, int symbol, int rank, MarketRecord record) {

  static final Comparator<StreamItem> ORDER =
      Comparator.comparingLong(StreamItem::time)
          .thenComparing(item -> item.rank > 0)
          .thenComparingInt(StreamItem::symbol)
          .thenComparingInt(StreamItem::rank);

  static StreamItem of(Bar bar) {
    return new StreamItem(
        bar.closeTime(), bar.symbol(), (int) bar.timeframe().millis(), MarketRecord.of(bar));
  }

  static StreamItem of(Event event, int symbol) {
    return new StreamItem(event.time(), symbol, 0, MarketRecord.of(event));
  }
}
