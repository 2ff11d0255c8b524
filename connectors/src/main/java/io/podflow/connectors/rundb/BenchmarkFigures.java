package io.podflow.connectors.rundb;

import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.metrics.HeadlineFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Headline figures of a benchmark over the closes of the run, computed as those of the run.
 *
 * @param name of the benchmark
 * @param finalEquity equity at the last close, quote currency
 * @param headline figures for the same initial capital
 */
public record BenchmarkFigures(String name, double finalEquity, HeadlineFigures headline) {

  /** All benchmarks of a run: equal weight first, then the other benchmarks by name. */
  static List<BenchmarkFigures> of(RunDb db, RunFacts facts) {
    SortedMap<String, List<BenchmarkRow>> byName = new TreeMap<>();
    for (BenchmarkRow row : db.benchmarks()) {
      byName.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row);
    }
    List<BenchmarkFigures> figures = new ArrayList<>();
    List<BenchmarkRow> first = byName.remove(BenchmarkRow.EQUAL_WEIGHT);
    if (first != null) {
      figures.add(of(first, facts));
    }
    byName.values().forEach(rows -> figures.add(of(rows, facts)));
    return figures;
  }

  private static BenchmarkFigures of(List<BenchmarkRow> rows, RunFacts facts) {
    BenchmarkRow last = rows.get(rows.size() - 1);
    return new BenchmarkFigures(
        last.name(),
        last.equity(),
        HeadlineFigures.of(
            facts.initialCapital(),
            rows.stream().mapToLong(BenchmarkRow::time).toArray(),
            rows.stream().mapToDouble(BenchmarkRow::equity).toArray(),
            facts.timeframe()));
  }
}
