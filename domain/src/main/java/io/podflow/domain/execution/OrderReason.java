package io.podflow.domain.execution;

import java.util.Locale;

/** Why an order was sent. */
public enum OrderReason {
  /** The net target moved. */
  TARGET,
  /** The net target is 0 (decision FP21). */
  CLOSE,
  /** The symbol went stale (decision FP19). */
  STALE,
  /** Nobody trades the symbol any more for whom it was held (requirement E1). */
  ORPHAN,
  /** The portfolio is ruined (decision RU1). */
  RISK;

  /** As written in {@code orders}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
