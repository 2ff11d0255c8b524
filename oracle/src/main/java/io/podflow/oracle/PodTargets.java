package io.podflow.oracle;

import java.util.Optional;

/**
 * Targets inside a pod from the recorded signal, weight and multiplier (C1, PO7, FP6, FP18, EV2).
 *
 * @param targets by position; NaN where the symbol has no bar
 * @param capScale what the pod's leverage cap leaves of the targets that may move
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record PodTargets(double[] targets, double capScale) {

  /** At the pod's k-th close. */
  static PodTargets at(PodBook book, int k) {
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
    double cap = 1;
    if (moving + standing > limit && moving > 0) {
      cap = Math.max(0, limit - standing) / moving;
    }
    for (int i = 0; i < targets.length; i++) {
      targets[i] = whileHalted(book, k, i, targets[i] * cap);
    }
    return new PodTargets(targets, cap);
  }

  private static double wanted(PodBook book, Row row) {
    return row.number("signal") * row.number("multiplier") * exposure(book, row);
  }

  /** What a signal of 1 at full multiplier comes to (PO7, FP18). */
  static double exposure(PodBook book, Row row) {
    double n = book.symbols.size();
    if (book.pod.allocates()) {
      return row.number("allocation_weight") * (book.pod.perPod() ? 1 : n);
    }
    return book.pod.perPod() ? 1 / n : 1;
  }

  /** A halted symbol's target may only fall. */
  private static double whileHalted(PodBook book, int k, int i, double wanted) {
    if (!book.halted(i, book.closes[k])) {
      return wanted;
    }
    double last = book.standing(k - 1)[i];
    if (wanted * last <= 0) {
      return 0;
    }
    return Math.copySign(Math.min(Math.abs(wanted), Math.abs(last)), wanted);
  }
}
