package io.podflow.job.outsider;

import java.util.Optional;

/** Targets inside a pod from the recorded signal, weight and multiplier (C1, PO7, FP6, FP18). */
final class PodTargets {

  private PodTargets() {}

  /** By position; NaN where the symbol has no bar at the k-th close. */
  static double[] at(PodBook book, int k) {
    long close = book.closes[k];
    double[] targets = book.standing(k - 1);
    double moving = 0;
    double standing = 0;
    for (int i = 0; i < targets.length; i++) {
      Optional<Row> row = book.row(close, i);
      boolean atZero = close >= book.ruinedFrom || book.stops.heldAtZero(close, i);
      targets[i] = row.isEmpty() ? Double.NaN : atZero ? 0 : wanted(book, row.get());
      moving += row.isPresent() ? Math.abs(targets[i]) : 0;
      standing += row.isPresent() ? 0 : Math.abs(book.standing(k)[i]);
    }
    double limit = book.pod.number("max_leverage");
    if (moving + standing > limit && moving > 0) {
      for (int i = 0; i < targets.length; i++) {
        targets[i] *= Math.max(0, limit - standing) / moving;
      }
    }
    return targets;
  }

  private static double wanted(PodBook book, Row row) {
    double target = row.number("signal") * row.number("multiplier");
    double n = book.symbols.size();
    if (book.pod.allocates()) {
      return target * row.number("allocation_weight") * (book.pod.perPod() ? 1 : n);
    }
    return book.pod.perPod() ? target / n : target;
  }
}
