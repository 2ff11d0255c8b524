/**
 * Numbers, columns and widths of characters for a terminal with characters of one width.
 *
 * <p>Open {@link io.podflow.report.text.TextTable} first. {@link io.podflow.report.text.Figures}
 * has the words for amounts, percentages and dates. Not here: what a summary says.
 */
@NullMarked
package io.podflow.report.text;

import org.jspecify.annotations.NullMarked;
