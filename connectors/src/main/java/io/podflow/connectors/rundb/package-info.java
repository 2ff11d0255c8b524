/**
 * What a run leaves behind: one folder with a SQLite file, a summary and, around them, the rules
 * that make a folder either complete or marked as failed.
 *
 * <p>Open {@link io.podflow.connectors.rundb.RunTable} first: it lists the tables and the record of
 * each; {@link io.podflow.connectors.rundb.RowCodec} makes columns of the record's components, also
 * for messages of the topic of decisions. {@link io.podflow.connectors.rundb.RunDbWriter} turns
 * decision records into rows and {@link io.podflow.connectors.rundb.RunDb} reads rows back. {@link
 * io.podflow.connectors.rundb.RunFolder} is the folder while it is being written; {@link
 * io.podflow.connectors.rundb.RunSummary} is its {@code summary.json}; {@link
 * io.podflow.connectors.rundb.RunExport} copies the tables to CSV.
 *
 * <p>Conventions of the file, for readers in any language: times are text like {@code
 * 2024-01-02T00:00:00Z} and mean bar closes; NULL is an undefined number; absent text, such as the
 * pod of an event that concerns none, is empty and not NULL, because key columns cannot be NULL;
 * yes and no are 1 and 0; fractions are not percents. Rows lie in the file in the order in which
 * they are to be read.
 *
 * <p>Not here: figures (they are computed in {@code domain.metrics}) and how they are shown (module
 * {@code report}).
 */
@NullMarked
package io.podflow.connectors.rundb;

import org.jspecify.annotations.NullMarked;
