package io.podflow.connectors.csv;

import io.podflow.domain.journal.Severity;

/**
 * A warning or note about a row of one file.
 *
 * @param position bar open of the row, or of the nearest row with a time, epoch milliseconds UTC
 */
record Finding(long position, Severity severity, String text) {}
