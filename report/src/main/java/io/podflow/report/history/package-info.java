/**
 * What happened in a finished run over time, read from {@code run.db}: each class answers one
 * question.
 *
 * <p>{@link io.podflow.report.history.EquityCurve}, {@link io.podflow.report.history.CapitalShares}
 * and {@link io.podflow.report.history.SelectorTimeline} are curves; {@link
 * io.podflow.report.history.LifecycleTimeline}, {@link io.podflow.report.history.RiskHistory} and
 * {@link io.podflow.report.history.ProtectionExits} are phases and counts; {@link
 * io.podflow.report.history.DataNote} and {@link io.podflow.report.history.EventDigest} say what
 * was wrong with the data and what was reported. {@link io.podflow.report.history.Thinning} keeps
 * curves short enough for a page.
 *
 * <p>Not here: what pods earned ({@code ledger}), and how any of these classes is shown ({@code
 * page}, {@code console}).
 */
@NullMarked
package io.podflow.report.history;

import org.jspecify.annotations.NullMarked;
