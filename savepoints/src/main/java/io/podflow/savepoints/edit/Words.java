package io.podflow.savepoints.edit;

import io.podflow.savepoints.state.AssetEntry;

/** What goes, for people. */
final class Words {

  private Words() {}

  /** The history of a (pod, symbol) pair. */
  static String goes(String pod, String symbol, AssetEntry entry) {
    return "goes: "
        + pod
        + " "
        + symbol
        + ": "
        + entry.memory().bars.size
        + " bars, "
        + entry.memory().returns.size
        + " returns, timers: "
        + entry.timers().length;
  }
}
