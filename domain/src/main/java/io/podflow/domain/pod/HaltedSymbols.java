package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.PodSettings;
import java.util.List;

/**
 * Symbols whose bars show no trade (decision EV2): what is held can hardly be sold, and more of it
 * cannot be bought, so a target may only fall while that lasts.
 */
final class HaltedSymbols {

  private final PodSettings settings;

  HaltedSymbols(PodSettings settings) {
    this.settings = settings;
  }

  /** Takes note of who is halted, with an event when that begins and when it ends. */
  void observe(PodState state, Snapshot now, long closeTime, List<Event> events) {
    for (int i = 0; i < state.halted.length; i++) {
      if (now.present()[i] && now.halted()[i] != state.halted[i]) {
        state.halted[i] = now.halted()[i];
        String symbol = settings.symbols().get(i);
        events.add(
            state.halted[i]
                ? Event.data(
                    closeTime,
                    settings.podId(),
                    symbol,
                    Severity.WARNING,
                    "halted: bars with the same close and no volume; its target may only fall")
                : Event.data(
                    closeTime,
                    settings.podId(),
                    symbol,
                    Severity.INFO,
                    "halted ended: its target follows the signal again"));
      }
    }
  }

  /**
   * Holds down the targets of the halted symbols with a bar at this close, in place.
   *
   * @param standing the targets of the last close
   * @param signal the signal of each symbol after stops
   */
  Aim hold(
      boolean[] halted, boolean[] present, double[] standing, double[] targets, double[] signal) {
    boolean[] holds = new boolean[targets.length];
    double[] allowed = signal.clone();
    for (int i = 0; i < targets.length; i++) {
      double wanted = targets[i];
      if (present[i] && halted[i] && wanted != 0) {
        targets[i] = fallen(standing[i], wanted);
        holds[i] = targets[i] != wanted;
        allowed[i] = holds[i] ? signal[i] * (targets[i] / wanted) : signal[i];
      }
    }
    return new Aim(signal, allowed, holds);
  }

  /** The wanted target as far as it is no increase of the standing one. */
  static double fallen(double standing, double wanted) {
    if (standing * wanted <= 0) {
      return 0;
    }
    return Math.abs(wanted) <= Math.abs(standing) ? wanted : standing;
  }
}
