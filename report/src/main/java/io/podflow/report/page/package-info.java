/**
 * The page for the browser: one file that needs no network.
 *
 * <p>Open {@link io.podflow.report.page.ReportPage} first. {@code ReportPage} puts a template, a
 * style sheet, scripts (resources beside this package) and {@link
 * io.podflow.report.page.ReportData}, the run's numbers as JSON, into one file. A {@link
 * io.podflow.report.page.Section} of the page is left out when the run has no data for it. Not
 * here: reading {@code run.db} ({@code history}, {@code ledger}).
 */
@NullMarked
package io.podflow.report.page;

import org.jspecify.annotations.NullMarked;
