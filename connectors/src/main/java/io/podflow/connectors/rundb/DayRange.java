package io.podflow.connectors.rundb;

import java.time.LocalDate;

/**
 * UTC days of bar opens, both included.
 *
 * @param from first day
 * @param to last day
 */
public record DayRange(LocalDate from, LocalDate to) {}
