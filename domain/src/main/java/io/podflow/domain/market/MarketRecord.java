package io.podflow.domain.market;

import io.podflow.api.Bar;
import io.podflow.domain.journal.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that comes out of a source of bars: either a closed bar or something to say about the
 * data, in the order of event time.
 *
 * @param bar null when this is an event
 * @param event null when this is a bar
 * @param counts what the whole reader has read, on its last record; null on all others
 */
public record MarketRecord(@Nullable Bar bar, @Nullable Event event, @Nullable InputCounts counts) {

  public static MarketRecord of(Bar bar) {
    return new MarketRecord(bar, null, null);
  }

  public static MarketRecord of(Event event) {
    return new MarketRecord(null, event, null);
  }

  /** The same as the last record of a reader. */
  public MarketRecord closing(InputCounts all) {
    return new MarketRecord(bar, event, all);
  }

  /** When it holds: the close of the bar or the time of the event, epoch milliseconds UTC. */
  public long time() {
    return bar != null ? bar.closeTime() : Objects.requireNonNull(event).time();
  }
}
