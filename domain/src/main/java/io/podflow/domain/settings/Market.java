package io.podflow.domain.settings;

/** The kind of market: spot refuses net shorts (decision EX6). */
public enum Market {
  PERPETUAL,
  SPOT
}
