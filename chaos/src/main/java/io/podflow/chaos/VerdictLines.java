package io.podflow.chaos;

import io.podflow.chaos.verdict.Audit;
import io.podflow.chaos.verdict.Difference;
import io.podflow.chaos.verdict.Left;
import java.util.ArrayList;
import java.util.List;

/** The verdict on a run in lines. */
final class VerdictLines {

  /** Lines of one kind that are worth reading. */
  private static final int MOST = 12;

  private VerdictLines() {}

  static List<String> of(Audit audit, Left left) {
    List<String> lines = new ArrayList<>();
    lines.add("orders sent again: " + left.repeatedOrders());
    audit.faults().stream().limit(MOST).forEach(lines::add);
    audit.differences().stream().limit(MOST).map(VerdictLines::line).forEach(lines::add);
    int more =
        Math.max(0, audit.faults().size() - MOST) + Math.max(0, audit.differences().size() - MOST);
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    lines.add(audit.isClean() ? "nothing lost, nothing twice, all tables equal" : "NOT THE SAME");
    return lines;
  }

  private static String line(Difference difference) {
    return difference.table() + ": " + difference.what();
  }
}
