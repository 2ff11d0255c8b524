/**
 * The output of a run: one folder with a SQLite file and a summary, which is either complete or
 * marked as failed.
 *
 * <p>Open {@link io.podflow.connectors.rundb.RunTable} first: it lists the tables and the record of
 * each; {@link io.podflow.connectors.rundb.RowCodec} makes columns of the record's components, also
 * for messages of the topic of decisions. {@link io.podflow.connectors.rundb.RunDbWriter} turns
 * decision records into rows and {@link io.podflow.connectors.rundb.RunDb} reads rows back. {@link
 * io.podflow.connectors.rundb.RunFolder} is the folder while it is being written; {@link
 * io.podflow.connectors.rundb.RunSummary} is its {@code summary.json}; {@link
 * io.podflow.connectors.rundb.RunExport} copies the tables to CSV.
 *
 * <p>Conventions of the file, for readers in any language: times are bar closes, as text like
 * {@code 2024-01-02T00:00:00Z}; NULL is an undefined number; absent text, such as the pod of an
 * event of the whole portfolio, is empty and not NULL, because key columns cannot be NULL; true and
 * false are 1 and 0; fractions are not percents. Rows are stored in key order, the order in which
 * readers want them.
 *
 * <p>Not here: figures (they are computed in {@code domain.metrics}) and how they are shown (module
 * {@code report}).
 */
@NullMarked
package io.podflow.connectors.rundb;

import org.jspecify.annotations.NullMarked;
