package io.podflow.domain.settings;

/** Which changes that were not sent are written down (decision TR4). */
public enum UnsentRows {
  /** Those of which something was decided. */
  DECIDED,
  /** Those inside the band that come of prices and capital alone, too. */
  ALL
}
