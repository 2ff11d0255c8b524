package io.podflow.domain.settings;

/** Which rows of what was decided are written down, to run.db and to the topic of decisions. */
public enum DecisionRows {
  /** All of them. */
  ALL,
  /** Of assets and pods those that say something new; everything else. */
  CHANGES,
  /** What is aimed at, traded and held; nothing of how it came about. */
  TARGETS
}
