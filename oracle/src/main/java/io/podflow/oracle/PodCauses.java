package io.podflow.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why a target inside a pod moved since the pod's last close with a bar of the symbol. */
final class PodCauses {

  private static final double NOTHING = 1e-12;

  private PodCauses() {}

  /** At the pod's k-th close; empty where the target moves by nothing. */
  static String at(PodBook book, int k, int i) {
    Row row = book.row(book.closes[k], i).orElseThrow();
    Optional<Row> last = k == 0 ? Optional.empty() : book.lastRowBefore(k, i);
    double before = book.standing(k - 1)[i];
    double moved = row.number("target") - before;
    if (Math.abs(moved) <= NOTHING) {
      return "";
    }
    if (book.closes[k] >= book.ruinedFrom) {
      return "lifecycle";
    }
    Factors now = factors(book, row, i);
    Factors old =
        last.isEmpty() || (before == 0 && book.missed(i, book.closes[k - 1]) >= book.staleAfter())
            ? now.flat()
            : factors(book, last.get(), i);
    Map<String, Double> parts = new LinkedHashMap<>(Causes.parts(old, now, old.wanted(), "drift"));
    return Causes.largest(parts, moved, NOTHING);
  }

  private static Factors factors(PodBook book, Row row, int i) {
    boolean silenced = book.stops.heldAtZero(row.time, i);
    double free = silenced ? 0 : row.number("signal");
    double exposure = PodTargets.exposure(book, row);
    double rest = exposure * row.number("multiplier") * row.number("cap_scale");
    double signal = book.halted(i, row.time) && rest != 0 ? row.number("target") / rest : free;
    signal = Math.abs(signal - free) <= NOTHING * Math.abs(free) ? free : signal;
    return new Factors(
        signal,
        exposure,
        row.number("multiplier"),
        row.number("cap_scale"),
        1,
        1,
        1,
        1,
        1,
        free,
        silenced,
        false,
        false);
  }
}
