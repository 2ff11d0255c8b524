package io.podflow.domain.journal;

/** How much attention an {@link Event} needs. The label is the constant's name in lower case. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL
}
