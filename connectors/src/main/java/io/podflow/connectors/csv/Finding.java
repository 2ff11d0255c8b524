package io.podflow.connectors.csv;

import io.podflow.domain.journal.Severity;

/**
 * Something to say about the rows of one file.
 *
 * @param position open of the row it concerns, or of the row it is nearest to, epoch milliseconds
 */
record Finding(long position, Severity severity, String text) {}
