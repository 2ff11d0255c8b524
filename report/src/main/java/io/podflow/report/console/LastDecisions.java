package io.podflow.report.console;

import io.podflow.domain.journal.AssetRow;
import io.podflow.report.text.Figures;
import io.podflow.report.text.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The last targets of each pod that is not retired, the largest absolute target first.
 *
 * @param rows the last row of every pod and symbol
 * @param retired pods that are left out
 */
record LastDecisions(List<AssetRow> rows, Set<String> retired) {

  private static final int PER_POD = 6;

  private static final Comparator<AssetRow> LARGEST_FIRST =
      Comparator.<AssetRow>comparingDouble(row -> -Math.abs(row.target()))
          .thenComparing(AssetRow::symbol);

  /** Time of the latest row, UTC. */
  String time() {
    return Figures.time(last());
  }

  String table() {
    TextTable table = new TextTable(3, "pod", "symbol", "state", "signal", "weight", "target", "");
    for (String pod : rows.stream().map(AssetRow::pod).distinct().toList()) {
      if (!retired.contains(pod)) {
        add(table, rows.stream().filter(row -> row.pod().equals(pod)).toList());
      }
    }
    return table.text();
  }

  /** Whether every pod is retired. */
  boolean areNone() {
    return rows.stream().map(AssetRow::pod).allMatch(retired::contains);
  }

  private long last() {
    return rows.stream().mapToLong(AssetRow::time).max().orElse(0);
  }

  private void add(TextTable table, List<AssetRow> ofPod) {
    for (AssetRow row : ofPod.stream().sorted(LARGEST_FIRST).limit(PER_POD).toList()) {
      table.row(
          row.pod(),
          row.symbol(),
          row.state(),
          Figures.signed(row.signal()),
          Figures.share(row.allocationWeight()),
          Figures.percent(row.target()),
          row.time() == last() ? "" : "at " + Figures.time(row.time()));
    }
    int more = ofPod.size() - PER_POD;
    if (more > 0) {
      table.row(ofPod.get(0).pod(), "and " + more + " more", "", "", "", "", "");
    }
  }
}
