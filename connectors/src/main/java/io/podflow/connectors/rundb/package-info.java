/**
 * The output of a run: one folder with a SQLite file and a summary, which is either complete or
 * marked as failed.
 *
 * <p>Open {@link io.podflow.connectors.rundb.RunTable} first: this enum lists the tables, their
 * columns and their order, and all other classes follow this list. {@link
 * io.podflow.connectors.rundb.RunDbWriter} turns decision records into rows and {@link
 * io.podflow.connectors.rundb.RunDb} reads rows back. {@link io.podflow.connectors.rundb.RunFolder}
 * is the folder while a run is being written; {@link io.podflow.connectors.rundb.RunSummary} is the
 * {@code summary.json} of a run; {@link io.podflow.connectors.rundb.RunExport} copies the tables to
 * CSV.
 *
 * <p>Conventions of the file, for readers in any language: times are bar closes, as text like
 * {@code 2024-01-02T00:00:00Z}; NULL is an undefined number; absent text, such as the pod of an
 * event of the whole portfolio, is empty and not NULL, because key columns cannot be NULL; true and
 * false are 1 and 0; fractions are not percents. Rows are stored in key order, the order in which
 * readers want them.
 *
 * <p>Not here: the computation of figures ({@code domain.metrics}) and their display ({@code
 * job.report}).
 */
@NullMarked
package io.podflow.connectors.rundb;

import org.jspecify.annotations.NullMarked;
