/**
 * What a person sees of a finished run: a page for the browser and a page for the terminal.
 *
 * <p>Open {@link io.podflow.job.report.ReportPage} first. It puts four things into one file that
 * needs no network: a template, a style sheet, scripts (all are resources beside this package) and
 * {@link io.podflow.job.report.ReportData}, the run's numbers as JSON. The classes that make up the
 * data each answer one question of {@code run.db}: {@link io.podflow.job.report.EquityCurve},
 * {@link io.podflow.job.report.CapitalShares}, {@link io.podflow.job.report.SelectorTimeline},
 * {@link io.podflow.job.report.EventDigest} and {@link io.podflow.job.report.DataNote} are on every
 * page. A {@link io.podflow.job.report.Section} is left out where the run has nothing for it:
 * {@link io.podflow.job.report.LifecycleTimeline}, {@link io.podflow.job.report.RiskHistory},
 * {@link io.podflow.job.report.Attribution} (by {@link io.podflow.job.report.LedgerReplay}), {@link
 * io.podflow.job.report.NettingOffset}, {@link io.podflow.job.report.ProtectionExits} and {@link
 * io.podflow.job.report.PodModels}. {@link io.podflow.job.report.ConsoleSummary} is the page for
 * the terminal.
 *
 * <p>Everything of these reads {@code run.db} and {@code summary.json} and nothing else, so that a
 * page can be made again from any run folder. What a live job has is shown by {@link
 * io.podflow.job.report.DecisionLines}, as it comes, and {@link io.podflow.job.report.BooksTable}.
 * Figures are computed elsewhere ({@code domain}); here they are chosen, thinned and laid out.
 */
@NullMarked
package io.podflow.job.report;

import org.jspecify.annotations.NullMarked;
