package io.podflow.domain.execution;

import io.podflow.domain.journal.Cause;

/**
 * The kind of a trade as state has it. What is told of a trade is its {@link Cause}; this is what
 * is left where state was written before causes were kept.
 */
public enum OrderReason {
  /** The net target moved. */
  TARGET,
  /** The net target is 0; no longer written. */
  CLOSE,
  /** The symbol went stale (decision FP19). */
  STALE,
  /** Nobody trades the symbol any more for whom it was held (requirement E1). */
  ORPHAN;

  static OrderReason of(Cause cause) {
    return switch (cause) {
      case STALE -> STALE;
      case ORPHAN -> ORPHAN;
      default -> TARGET;
    };
  }
}
