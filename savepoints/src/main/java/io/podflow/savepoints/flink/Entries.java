package io.podflow.savepoints.flink;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.state.PortfolioInput;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.state.PortfolioEntry;
import io.podflow.savepoints.state.StatePiece;
import java.util.Objects;

/** Between the entries of the alignment operators and their common form. */
final class Entries {

  private Entries() {}

  static StatePiece pod(AlignedEntry<AssetUpdate, PodState> entry) {
    return StatePiece.of(
        new PodEntry(entry.key(), entry.memory(), entry.waiting(), entry.clock(), entry.timers()));
  }

  static AlignedEntry<AssetUpdate, PodState> pod(StatePiece piece) {
    PodEntry entry = Objects.requireNonNull(piece.pod());
    return new AlignedEntry<>(
        entry.key(), entry.memory(), entry.waiting(), entry.clock(), entry.timers());
  }

  static StatePiece portfolio(AlignedEntry<PortfolioInput, PortfolioState> entry) {
    return StatePiece.of(
        new PortfolioEntry(
            entry.key(), entry.memory(), entry.waiting(), entry.clock(), entry.timers()));
  }

  static AlignedEntry<PortfolioInput, PortfolioState> portfolio(StatePiece piece) {
    PortfolioEntry entry = Objects.requireNonNull(piece.portfolio());
    return new AlignedEntry<>(
        entry.key(), entry.memory(), entry.waiting(), entry.clock(), entry.timers());
  }
}
