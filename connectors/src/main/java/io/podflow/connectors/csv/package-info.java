/**
 * Folders of CSV bars, read into bars of the pods' timeframes and into what there is to say about
 * the data.
 *
 * <p>The format: one file per symbol, {@code BASE-QUOTE.csv}, plain or gzip. A header names the
 * columns {@code timestamp,open,high,low,close,volume} in any order; others are skipped. The
 * timestamp is the <em>open</em> of the bar, as ISO-8601 (UTC where no offset is given), or as ten
 * digits of seconds or thirteen of milliseconds since the epoch. All files have bars of one length,
 * the <em>source</em> timeframe, which is the most frequent distance between rows.
 *
 * <p>{@link io.podflow.connectors.csv.BarFolder} is the class to open first. The {@link
 * io.podflow.connectors.csv.BarInventory} is what one pass over the files finds out; {@link
 * io.podflow.connectors.csv.MarketRecords} is the reading itself. Behind it, a file passes {@code
 * LineBuffer} (bytes to lines), {@code RowReader} (lines to rows: {@code FastRow} for the usual way
 * of writing them, {@code RowText} for all others and for what is wrong with them), {@code RowGate}
 * (which rows count) and {@code SymbolStream} (rows to bars, in the order of event time).
 *
 * <p>What becomes of odd rows: a malformed row, or one that does not open on the grid of the
 * source, is <em>rejected</em>; one earlier than a row before it is <em>late</em>; one of the same
 * time is a <em>duplicate</em> when it is identical and a <em>conflict</em> when not, and the first
 * one counts. All but duplicates are reported one by one with file and line; duplicates once per
 * file, at its end. Rows outside the range of the run are not looked at. Every event carries the
 * close of the shortest bar in which its row lies, at most the horizon.
 *
 * <p>A parser of its own because it is several times as fast as a general one, and reading is what
 * minute bars cost. What bars and periods are is the domain's business ({@code market}).
 */
@NullMarked
package io.podflow.connectors.csv;

import org.jspecify.annotations.NullMarked;
