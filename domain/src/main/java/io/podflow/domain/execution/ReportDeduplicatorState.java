package io.podflow.domain.execution;

import java.util.Arrays;

/**
 * What {@link ReportDeduplicator} remembers. Kept in state as it stands, therefore public fields;
 * only the gate changes them.
 */
public final class ReportDeduplicatorState {

  /** Before the first heartbeat. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Time of the last heartbeat, epoch milliseconds UTC. */
  public long beat = NEVER;

  /** What the last heartbeat said of whether orders are taken. */
  public boolean takesOrders = true;

  /** Ids of the last fills, a ring; empty where there was none yet. */
  public String[] fills = {};

  /** Hashes of what those fills said, in the same places. */
  public long[] contents = {};

  /** Where the next id goes. */
  public int next;

  /** Kinds and order ids of the last ends of orders, a ring; empty where there was none yet. */
  public String[] ends = {};

  /** Where the next end goes. */
  public int nextEnd;

  /** For deserialisation only. */
  public ReportDeduplicatorState() {}

  ReportDeduplicatorState(int remembered) {
    fills = ring(remembered);
    contents = new long[remembered];
    ends = ring(remembered);
  }

  static String[] ring(int places) {
    String[] ring = new String[places];
    Arrays.fill(ring, "");
    return ring;
  }
}
