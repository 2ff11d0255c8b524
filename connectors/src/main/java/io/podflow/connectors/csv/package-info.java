/**
 * Reads folders of CSV bars into bars of the pods' timeframes and events about the quality of the
 * data.
 *
 * <p>The format: one file per symbol, {@code BASE-QUOTE.csv}, plain, gzip or zip. {@code FileForm}
 * describes how the usual sources name their columns; the normal form is {@code
 * timestamp,open,high,low,close,volume}. The time is the <em>open</em> of the bar, in the forms
 * that {@code Timestamps} lists. All files have bars of one timeframe, the <em>source</em>, which
 * is the most frequent distance between rows.
 *
 * <p>{@link io.podflow.connectors.csv.BarFolder} is the class to open first. The {@link
 * io.podflow.connectors.csv.BarInventory} is the result of a scan of the files, {@link
 * io.podflow.connectors.csv.InputJudge} decides which symbols are refused, and {@link
 * io.podflow.connectors.csv.MarketRecords} reads the bars of a run. A file passes {@code
 * LineBuffer} (bytes to lines), {@code RowReader} (lines to rows: {@code FastRow} for rows in the
 * usual form, {@code RowText} for all other rows and for the fault of a malformed row), {@code
 * SortedRows} where a file is not in the order of time, {@code RowGate} (which rows count) and
 * {@code SymbolStream} (rows to bars, in the order of event time).
 *
 * <p>Odd rows: a malformed row, or a row off the grid of the source, is <em>rejected</em>; of
 * several rows of one time the last line counts, and the others are <em>duplicates</em> when
 * identical and <em>superseded</em> when not. Rejected rows are reported one by one with file and
 * line; the others once per file, at its end. Rows outside the range of the run are not judged.
 * Every event carries the close of the shortest bar in which its row lies, at most the horizon.
 *
 * <p>The parser is our own because it is several times as fast as a general CSV parser, and reading
 * takes most of the time of a run on minute bars. Bars and timeframes are defined in the domain
 * ({@code market}).
 */
@NullMarked
package io.podflow.connectors.csv;

import org.jspecify.annotations.NullMarked;
