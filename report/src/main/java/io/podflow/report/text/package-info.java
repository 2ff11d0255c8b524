/**
 * Formats numbers and aligns columns for a terminal with a fixed-width font.
 *
 * <p>Open {@link io.podflow.report.text.TextTable} first. {@link io.podflow.report.text.Figures}
 * formats amounts, percentages and times. Not here: the contents of a summary.
 */
@NullMarked
package io.podflow.report.text;

import org.jspecify.annotations.NullMarked;
