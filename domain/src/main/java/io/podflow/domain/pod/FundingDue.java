package io.podflow.domain.pod;

/** What holding a symbol costs over time, as a pod's account is charged with it (decision EV7). */
public interface FundingDue {

  /** Nothing is ever due. */
  FundingDue NEVER = (symbol, from, to) -> 0;

  /**
   * Σ of the rates due in (from, to], a fraction of the position's value, positive when a long
   * pays.
   *
   * @param from epoch milliseconds UTC
   * @param to epoch milliseconds UTC
   */
  double paid(String symbol, long from, long to);
}
