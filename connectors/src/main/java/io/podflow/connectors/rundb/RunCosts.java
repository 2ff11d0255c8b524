package io.podflow.connectors.rundb;

import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.SlippageSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cost assumptions of a run for trading and holding.
 *
 * @param market {@code perpetual} or {@code spot}; funding is for perpetuals only
 * @param feeBps fee of the exchange per fill, basis points of the fill's value
 * @param slippageBps per fill, basis points
 * @param impactBps per fill, basis points
 * @param fundingBpsPer8h funding per 8 hours for symbols without rates of their own, basis points
 * @param fundingFolder folder of the symbols' own rates; null when one rate is for all
 * @param maxVolumeShare share of a bar's traded value above which an order is counted; null for
 *     none
 * @param slippage settings of slippage on top of {@code slippageBps}; null in summaries older than
 *     this component
 */
public record RunCosts(
    String market,
    double feeBps,
    double slippageBps,
    double impactBps,
    double fundingBpsPer8h,
    @Nullable String fundingFolder,
    @Nullable Double maxVolumeShare,
    @Nullable SlippageSettings slippage) {

  /** The costs of an effective configuration. */
  public static RunCosts of(PodflowSettings settings) {
    OrchestratorSettings costs = settings.orchestrator();
    return new RunCosts(
        costs.market().name().toLowerCase(Locale.ROOT),
        costs.costBps(),
        costs.slippageBps(),
        costs.impactBps(),
        costs.fundingBpsPer8h(),
        settings.backtest().funding(),
        costs.maxVolumeShare(),
        costs.slippage());
  }
}
