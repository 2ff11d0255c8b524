package io.podflow.domain.settings;

/**
 * Which rows of what was decided are written down, to run.db and to the topic of decisions
 * (decision LV8). Equity, targets, orders, fills, positions, unsent and events are written always.
 */
public enum DecisionRows {
  /** All of them. */
  ALL("nothing is left out"),
  /** Of assets those whose target or machine has moved, or that follow no row; all other tables. */
  CHANGES("rows of assets are left out in which neither target nor machine has moved"),
  /** No assets, pods, allocations and monitors: nothing of how targets came about. */
  TARGETS("assets, pods, allocations and monitors are not written");

  private final String missing;

  DecisionRows(String missing) {
    this.missing = missing;
  }

  /** What is left out, for people. */
  public String missing() {
    return missing;
  }
}
