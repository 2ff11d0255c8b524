/**
 * The state of a job as tables: for people, as JSON, as SQLite, and as differences.
 *
 * <p>Open {@link io.podflow.savepoints.table.StateTables} first: it lists the tables, each made by
 * a class of its own from {@link io.podflow.savepoints.state.JobState}. {@link
 * io.podflow.savepoints.table.Leaves} is the state again, whole: every field there is, by name.
 * Fractions are fractions and times ISO-8601 UTC, as in {@code run.db}; empty is undefined.
 */
@NullMarked
package io.podflow.savepoints.table;

import org.jspecify.annotations.NullMarked;
