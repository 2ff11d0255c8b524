package io.podflow.savepoints.state;

import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.state.ConfigVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a savepoint of podflow remembers beside the places in its sources and sinks.
 *
 * @param assets by key, ascending
 * @param pods by key, ascending
 * @param portfolio null before the portfolio's first input
 * @param market null in a job over bounded bars
 * @param exchange null in a job that fills its orders itself
 * @param versions of the configuration that the job has had, in their order; none in a job over
 *     bounded bars
 */
public record JobState(
    List<AssetEntry> assets,
    List<PodEntry> pods,
    @Nullable PortfolioEntry portfolio,
    @Nullable BarCloseGateState market,
    @Nullable ReportDeduplicatorState exchange,
    List<ConfigVersion> versions) {

  public JobState {
    assets = assets.stream().sorted(Comparator.comparingInt(AssetEntry::key)).toList();
    pods = pods.stream().sorted(Comparator.comparingInt(PodEntry::key)).toList();
    versions = List.copyOf(versions);
  }

  /** The state that these pieces make up, in any order. */
  public static JobState of(List<StatePiece> pieces) {
    List<AssetEntry> assets = new ArrayList<>();
    List<PodEntry> pods = new ArrayList<>();
    PortfolioEntry portfolio = null;
    BarCloseGateState market = null;
    ReportDeduplicatorState exchange = null;
    List<ConfigVersion> versions = new ArrayList<>();
    for (StatePiece piece : pieces) {
      if (piece.asset() != null) {
        assets.add(piece.asset());
      } else if (piece.pod() != null) {
        pods.add(piece.pod());
      } else if (piece.portfolio() != null) {
        portfolio = piece.portfolio();
      } else if (piece.market() != null) {
        market = piece.market();
      } else if (piece.version() != null) {
        versions.add(piece.version());
      } else {
        exchange = piece.exchange();
      }
    }
    return new JobState(assets, pods, portfolio, market, exchange, versions);
  }

  /** What the portfolio remembers, or null before its first close. */
  public @Nullable PortfolioState books() {
    return portfolio == null ? null : portfolio.memory();
  }

  /** What a pod remembers, or null when nothing lies under its key. */
  public @Nullable PodState pod(int key) {
    for (PodEntry entry : pods) {
      if (entry.key() == key) {
        return entry.memory();
      }
    }
    return null;
  }
}
