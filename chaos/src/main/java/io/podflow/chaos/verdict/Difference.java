package io.podflow.chaos.verdict;

/**
 * A row that only one of two runs has.
 *
 * @param table name of the table
 * @param time the close it belongs to, as it stands there; empty where a row has none
 * @param what the row, and which run has it
 */
public record Difference(String table, String time, String what) {}
