package io.podflow.savepoints.table;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changed between two states, field by field. */
public final class StateDiff {

  private StateDiff() {}

  /** A row per field that differs, is new, or is gone; by pod and symbol. */
  public static StateTable of(View before, View after) {
    Map<String, Leaf> old = byPlace(Leaves.of(before));
    Map<String, Leaf> now = byPlace(Leaves.of(after));
    StateTable table =
        StateTable.of("diff", "pod", "symbol", "operator", "field", "before", "after");
    old.forEach((place, leaf) -> compare(table, leaf, now.get(place)));
    now.forEach(
        (place, leaf) -> {
          if (!old.containsKey(place)) {
            row(table, leaf, "absent", leaf.cell());
          }
        });
    return new StateTable(
        table.name(),
        table.columns(),
        table.rows().stream()
            .sorted(Comparator.comparing(row -> row.get(0) + "\0" + row.get(1) + "\0" + row.get(2)))
            .toList());
  }

  private static Map<String, Leaf> byPlace(Leaves leaves) {
    Map<String, Leaf> map = new LinkedHashMap<>();
    leaves.list().forEach(leaf -> map.put(leaf.place(), leaf));
    return map;
  }

  private static void compare(StateTable table, Leaf before, @Nullable Leaf after) {
    if (after == null) {
      row(table, before, before.cell(), "absent");
    } else if (!before.hasValueOf(after)) {
      if (before.value() instanceof double[] a && after.value() instanceof double[] b) {
        row(table, before, Windows.text(a), Windows.change(a, b));
      } else if (before.value() instanceof long[] a && after.value() instanceof long[] b) {
        row(table, before, Windows.text(a), Windows.change(a, b));
      } else {
        row(table, before, before.cell(), after.cell());
      }
    }
  }

  private static void row(
      StateTable table, Leaf leaf, @Nullable Object before, @Nullable Object after) {
    table.add(leaf.pod(), leaf.symbol(), leaf.part(), leaf.field(), before, after);
  }
}
