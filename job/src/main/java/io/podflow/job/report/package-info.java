/**
 * What a person sees of a finished run: a page for the browser and a page for the terminal.
 *
 * <p>Open {@link io.podflow.job.report.ReportPage} first. It puts four things into one file that
 * needs no network: a template, a style sheet, a script (all three are resources beside this
 * package) and {@link io.podflow.job.report.ReportData}, the run's numbers as JSON. The classes
 * that make up the data each answer one question of {@code run.db}: {@link
 * io.podflow.job.report.EquityCurve}, {@link io.podflow.job.report.CapitalShares}, {@link
 * io.podflow.job.report.SelectorTimeline}, {@link io.podflow.job.report.EventDigest} and {@link
 * io.podflow.job.report.DataNote}. {@link io.podflow.job.report.ConsoleSummary} is the page for the
 * terminal.
 *
 * <p>Everything here reads {@code run.db} and {@code summary.json} and nothing else, so that a page
 * can be made again from any run folder. Figures are computed elsewhere ({@code domain.metrics});
 * here they are chosen, thinned and laid out.
 */
@NullMarked
package io.podflow.job.report;

import org.jspecify.annotations.NullMarked;
