package io.podflow.domain.journal;

/**
 * What became of the bars of one symbol: a row of {@code inputs}. Counts are of the rows within the
 * range of the run and its warm-up.
 *
 * @param file name inside the folder of bars; empty when the symbol has none
 * @param rows data rows of every kind
 * @param used rows that made bars
 * @param rejected rows that could not be used
 * @param superseded rows in whose place a later line of the same time counts
 * @param duplicates rows that repeat a line before them
 * @param firstOffence the first rejected row with file, line and reason; empty when there is none
 * @param firstBar close of the first used row, ISO-8601 UTC; empty when there is none
 * @param lastBar close of the last used row, ISO-8601 UTC; empty when there is none
 * @param coverage used rows per open expected between the first and the last; NaN without a row
 * @param missingCloses opens expected between the first and the last that have no row
 * @param fundingRates rates of funding due in that time, of the symbol's own series
 * @param fundingHoles stretches of the traded time in which that series lacks rates
 */
public record InputRow(
    String symbol,
    String file,
    int rows,
    int used,
    int rejected,
    int superseded,
    int duplicates,
    String firstOffence,
    String firstBar,
    String lastBar,
    double coverage,
    int missingCloses,
    int fundingRates,
    int fundingHoles) {}
