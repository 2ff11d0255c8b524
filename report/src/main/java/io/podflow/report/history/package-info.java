/**
 * The history of a finished run, read from {@code run.db}: each class is one chart or table.
 *
 * <p>{@link io.podflow.report.history.EquityCurve}, {@link io.podflow.report.history.CapitalShares}
 * and {@link io.podflow.report.history.SelectorTimeline} are curves; {@link
 * io.podflow.report.history.LifecycleTimeline}, {@link io.podflow.report.history.RiskHistory} and
 * {@link io.podflow.report.history.ProtectionExits} are phases and counts; {@link
 * io.podflow.report.history.DataNote} and {@link io.podflow.report.history.EventDigest} are notes
 * on the data and counts of events. {@link io.podflow.report.history.Thinning} keeps curves short
 * enough for a page.
 *
 * <p>Not here: profit of pods ({@code ledger}), and the display of these classes ({@code page},
 * {@code console}).
 */
@NullMarked
package io.podflow.report.history;

import org.jspecify.annotations.NullMarked;
