package io.podflow.domain.pod;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.Jumps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pod has to say about the bars themselves (decision DA4): jumps that no market makes, and
 * volumes that a strategy reads and nobody gave. Every pod watches its symbols for jumps, and the
 * first one that trades a symbol tells, so that a jump is told once.
 */
final class DataEvents {

  private final String podId;
  private final String strategy;
  private final List<String> symbols;
  private final boolean[] tells;

  DataEvents(PortfolioLayout layout, int pod) {
    this.podId = layout.pod(pod).podId();
    this.strategy = layout.pod(pod).strategyName();
    this.symbols = layout.pod(pod).symbols();
    this.tells = new boolean[symbols.size()];
    for (int i = 0; i < tells.length; i++) {
      tells[i] = firstToTrade(layout, symbols.get(i)) == pod;
    }
  }

  private static int firstToTrade(PortfolioLayout layout, String symbol) {
    int pod = 0;
    while (!layout.pod(pod).symbols().contains(symbol)) {
      pod++;
    }
    return pod;
  }

  /** Takes in a close at which nothing is told. */
  void onWarmUp(PodState state, Snapshot now, @Nullable AssetUpdate[] updates) {
    Jumps.atClose(state.jumps, closeTime(updates), now.present(), now.close());
  }

  /** When the updates of a close are of; without any, nothing is kept that has a time. */
  private static long closeTime(@Nullable AssetUpdate[] updates) {
    for (AssetUpdate update : updates) {
      if (update != null) {
        return update.closeTime();
      }
    }
    return 0;
  }

  void onClose(
      PodState state,
      Snapshot now,
      long closeTime,
      @Nullable AssetUpdate[] updates,
      List<Event> events) {
    for (AssetUpdate update : updates) {
      if (update != null && update.volumeMissed()) {
        events.add(volumeMissed(update));
      }
    }
    for (Jumps.Jump jump : Jumps.atClose(state.jumps, closeTime, now.present(), now.close())) {
      if (tells[jump.position()]) {
        events.add(event(jump, closeTime));
      }
    }
  }

  private Event volumeMissed(AssetUpdate update) {
    return Event.data(
        update.closeTime(),
        podId,
        symbols.get(update.position()),
        Severity.WARNING,
        "no volume, taken as 0, and strategy "
            + strategy
            + " reads volumes; told at the first such bar only");
  }

  private Event event(Jumps.Jump jump, long closeTime) {
    return Event.data(
        closeTime,
        podId,
        symbols.get(jump.position()),
        Severity.WARNING,
        Jumps.NAME
            + ": from "
            + jump.before()
            + " to "
            + jump.after()
            + " at the close of "
            + Instant.ofEpochMilli(jump.time())
            + ", and it stayed there");
  }
}
