package io.podflow.domain.settings;

/** Whether weights are multiplied by the number of symbols (decision PO7). */
public enum ExposureBasis {
  PER_ASSET,
  PER_POD
}
