package io.podflow.savepoints.state;

import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.job.state.ConfigVersion;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a savepoint on its way through Flink; exactly one component is set. One type with
 * nullable cases, because a sealed family would need a serializer of its own.
 */
public record StatePiece(
    @Nullable AssetEntry asset,
    @Nullable PodEntry pod,
    @Nullable PortfolioEntry portfolio,
    @Nullable BarCloseGateState market,
    @Nullable ReportDeduplicatorState exchange,
    @Nullable ConfigVersion version) {

  public static StatePiece of(AssetEntry asset) {
    return new StatePiece(asset, null, null, null, null, null);
  }

  public static StatePiece of(PodEntry pod) {
    return new StatePiece(null, pod, null, null, null, null);
  }

  public static StatePiece of(PortfolioEntry portfolio) {
    return new StatePiece(null, null, portfolio, null, null, null);
  }

  public static StatePiece of(BarCloseGateState market) {
    return new StatePiece(null, null, null, market, null, null);
  }

  public static StatePiece of(ReportDeduplicatorState exchange) {
    return new StatePiece(null, null, null, null, exchange, null);
  }

  /** A version of the configuration; those of one operator come in their order. */
  public static StatePiece of(ConfigVersion version) {
    return new StatePiece(null, null, null, null, null, version);
  }
}
