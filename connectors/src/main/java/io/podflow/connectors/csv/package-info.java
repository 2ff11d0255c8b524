/**
 * Folders of CSV bars, read into bars of the pods' timeframes and into what there is to say about
 * the data.
 *
 * <p>The format: one file per symbol, {@code BASE-QUOTE.csv}, plain, gzip or zip. {@code FileForm}
 * describes how the usual sources name their columns; the normal form is {@code
 * timestamp,open,high,low,close,volume}. The time is the <em>open</em> of the bar, in the forms
 * that {@code Timestamps} lists. All files have bars of one length, the <em>source</em> timeframe,
 * which is the most frequent distance between rows.
 *
 * <p>{@link io.podflow.connectors.csv.BarFolder} is the class to open first. The {@link
 * io.podflow.connectors.csv.BarInventory} is what one pass over the files finds out, and {@link
 * io.podflow.connectors.csv.InputJudge} says what of it is refused; {@link
 * io.podflow.connectors.csv.MarketRecords} is the reading itself. Behind it, a file passes {@code
 * LineBuffer} (bytes to lines), {@code RowReader} (lines to rows: {@code FastRow} for the usual
 * ways of writing them, {@code RowText} for all others and for what is wrong with them), {@code
 * SortedRows} where a file is not in the order of time, {@code RowGate} (which rows count) and
 * {@code SymbolStream} (rows to bars, in the order of event time).
 *
 * <p>What becomes of odd rows: a malformed row, or one that does not open on the grid of the
 * source, is <em>rejected</em>; of several rows of one time the last line counts, and the others
 * are <em>duplicates</em> when identical and <em>superseded</em> when not. Rejected rows are
 * reported one by one with file and line; the others once per file, at its end. Rows outside the
 * range of the run are not looked at. Every event carries the close of the shortest bar in which
 * its row lies, at most the horizon.
 *
 * <p>A parser of its own because it is several times as fast as a general one, and reading is what
 * minute bars cost. What bars and periods are is the domain's business ({@code market}).
 */
@NullMarked
package io.podflow.connectors.csv;

import org.jspecify.annotations.NullMarked;
