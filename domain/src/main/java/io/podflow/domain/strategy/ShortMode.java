package io.podflow.domain.strategy;

import io.podflow.api.Parameters;

/** What a strategy does with signals to sell short; the parameter {@code short_mode}. */
enum ShortMode {
  /** 0: it stays flat. */
  DISABLED,
  /** 1: only in a drawdown, and smaller. */
  HEDGE_ONLY,
  /** 2: it takes them as they are. */
  FULL;

  static ShortMode of(Parameters parameters) {
    return values()[parameters.whole("short_mode")];
  }
}
