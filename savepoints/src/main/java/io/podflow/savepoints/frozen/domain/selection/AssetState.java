package io.podflow.savepoints.frozen.domain.selection;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum AssetState {
  ACTIVE,
  UNDERPERFORMING,
  COOLDOWN,
  RE_ENTRY
}
