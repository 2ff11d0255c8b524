package io.podflow.domain.settings;

/** How slippage grows with an order's share of what is traded in a day. */
public enum SlippageModel {
  /** It does not. */
  NONE,
  /** In proportion. */
  LINEAR,
  /** With the square root. */
  SQUARE_ROOT
}
