package io.podflow.domain.execution;

import io.podflow.domain.market.Naming;
import java.time.Instant;

/**
 * Names for orders, fills and crosses that follow from the decision alone, so that sending one
 * twice is harmless (decision EX5).
 *
 * @param portfolio {@code portfolio_id}
 */
public record OrderIds(String portfolio) {

  /**
   * {@code <portfolio>:<symbol>:<ISO close>:<sequence>}; a colon or a percent sign of the symbol is
   * escaped as in an address, so that no two symbols can make one id (decision DA5).
   *
   * @param decidedAt bar close, epoch milliseconds UTC
   * @param sequence counts the orders of one symbol at one close, from 1
   */
  public String order(String symbol, long decidedAt, int sequence) {
    return stem(symbol, decidedAt) + sequence;
  }

  /** The id of an order's only fill. */
  public static String fill(String orderId) {
    return orderId + ":f1";
  }

  /** The id of what pods exchange in a symbol by the decision of one close. */
  public String cross(String symbol, long decidedAt) {
    return stem(symbol, decidedAt) + "x";
  }

  private String stem(String symbol, long decidedAt) {
    return portfolio + ":" + Naming.inId(symbol) + ":" + Instant.ofEpochMilli(decidedAt) + ":";
  }
}
