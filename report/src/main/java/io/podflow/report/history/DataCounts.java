package io.podflow.report.history;

import io.podflow.connectors.csv.BarInventory;
import io.podflow.domain.market.InputCounts;
import io.podflow.report.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of a run's input by their names in {@code summary.json}, and sentences about rejected,
 * late or incomplete input.
 */
public final class DataCounts {

  private static final String REJECTED = "rejected_rows";
  private static final String DUPLICATE = "duplicate_rows";
  private static final String CONFLICTING = "conflicting_rows";
  private static final String LATE = "late_rows";
  private static final String GAPS = "gap_buckets";
  private static final String CUT_OFF = "cut_off_buckets";

  private DataCounts() {}

  /** All counts, zeros included. */
  public static SortedMap<String, Long> byName(BarInventory files, InputCounts read) {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("files", (long) files.files().size());
    counts.put("missing_files", (long) files.missing().size());
    counts.put("rows_in_files", files.rows());
    counts.put("rows", read.rows());
    counts.put("bars", read.bars());
    counts.put(REJECTED, read.rejected());
    counts.put(DUPLICATE, read.duplicates());
    counts.put(CONFLICTING, read.conflicts());
    counts.put(LATE, read.late());
    counts.put(GAPS, read.gapBuckets());
    counts.put("missed_closes", read.missedCloses());
    counts.put(CUT_OFF, read.cutOffBuckets());
    return counts;
  }

  /**
   * One sentence per kind of faulty input, such as rejected rows; empty when no count is above 0.
   */
  public static List<String> remarks(SortedMap<String, Long> counts) {
    List<String> remarks = new ArrayList<>();
    remark(remarks, counts, REJECTED, "rejected");
    remark(remarks, counts, LATE, "out of order, not used");
    remark(remarks, counts, CONFLICTING, "superseded by a later line of the same time");
    remark(remarks, counts, DUPLICATE, "repeating a line before, ignored");
    remark(remarks, counts, GAPS, "from fewer rows than the period has");
    remark(remarks, counts, CUT_OFF, "cut off by the end of the input, not used");
    return remarks;
  }

  private static void remark(
      List<String> remarks, SortedMap<String, Long> counts, String name, String what) {
    long count = counts.getOrDefault(name, 0L);
    if (count > 0) {
      String noun = name.endsWith("rows") ? "row" : "bar";
      remarks.add(Figures.format("%,d %s %s", count, count == 1 ? noun : noun + "s", what));
    }
  }
}
