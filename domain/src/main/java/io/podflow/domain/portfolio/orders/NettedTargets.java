package io.podflow.domain.portfolio.orders;

import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.netting.LeverageLimit;
import io.podflow.domain.netting.Netting;
import io.podflow.domain.netting.SpotMarket;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.settings.Market;

/**
 * What the pods want together at one close, in shares of equity (decisions FP6, FP8, CA5). Standing
 * targets of all symbols count against the leverage limit; a stale symbol's target is 0.
 *
 * @param equity quote currency
 * @param podWeights target × share, by pod, then symbol
 * @param kept quantities that stay whatever is wanted, by pod, then symbol
 * @param clipped by symbol: whether shorts were cut back because the market is spot (decision EX6)
 * @param netting of the weights, before any scale
 * @param leverageScale brings Σ|net| within {@code max_gross_leverage}
 * @param riskScale factor of the risk layer
 * @param volatilityScale factor of the volatility cap on what may move at this close
 * @param volatilityEstimate what that factor goes by; NaN when the cap does not act
 * @param capitals of the pods, quote currency
 */
public record NettedTargets(
    double equity,
    double[][] podWeights,
    double[][] kept,
    boolean[] clipped,
    Netting netting,
    double leverageScale,
    double riskScale,
    double volatilityScale,
    double volatilityEstimate,
    double[] capitals) {

  public static NettedTargets of(
      PortfolioState state,
      OrphanPositions orphans,
      int staleAfter,
      LeverageLimit limit,
      Market market) {
    double equity = state.ledger.equity();
    double[][] weights = new double[state.pods.length][state.symbols.length];
    double[] capitals = new double[weights.length];
    for (int p = 0; p < weights.length; p++) {
      capitals[p] = state.ledger.capital(p);
      double share = state.tradingShare(p, capitals[p], equity);
      for (int s = 0; s < weights[p].length; s++) {
        weights[p][s] = state.missed[s] < staleAfter ? state.targets[p][s] * share : 0.0;
      }
    }
    boolean[] clipped =
        market == Market.SPOT
            ? SpotMarket.clip(weights, state.symbols.length)
            : new boolean[state.symbols.length];
    double[][] kept = kept(state, orphans);
    Netting netting = Netting.of(withKept(weights, kept, state, equity), state.symbols.length);
    double leverageScale = limit.scale(netting.grossLeverage());
    return new NettedTargets(
        equity, weights, kept, clipped, netting, leverageScale, 1.0, 1.0, Double.NaN, capitals);
  }

  private static double[][] kept(PortfolioState state, OrphanPositions orphans) {
    double[][] kept = new double[state.pods.length][state.symbols.length];
    for (int p = 0; p < kept.length; p++) {
      for (int s = 0; s < kept[p].length; s++) {
        kept[p][s] = orphans.isKept(state, p, s) ? state.ledger.quantities[p][s] : 0.0;
      }
    }
    return kept;
  }

  /** What is kept counts as exposure like anything else. */
  private static double[][] withKept(
      double[][] weights, double[][] kept, PortfolioState state, double equity) {
    double[][] all = new double[weights.length][];
    for (int p = 0; p < all.length; p++) {
      all[p] = weights[p].clone();
      for (int s = 0; s < all[p].length; s++) {
        if (kept[p][s] != 0 && equity > 0) {
          all[p][s] += kept[p][s] * state.ledger.marks[s] / equity;
        }
      }
    }
    return all;
  }

  /** The same under a factor of the risk layer. */
  public NettedTargets scaled(double scale) {
    return new NettedTargets(
        equity,
        podWeights,
        kept,
        clipped,
        netting,
        leverageScale,
        scale,
        volatilityScale,
        volatilityEstimate,
        capitals);
  }

  /** The same under a factor of the volatility cap. */
  public NettedTargets capped(double scale, double estimate) {
    return new NettedTargets(
        equity,
        podWeights,
        kept,
        clipped,
        netting,
        leverageScale,
        riskScale,
        scale,
        estimate,
        capitals);
  }

  /** By symbol: what is wanted under all factors but the volatility cap's, kept shares included. */
  public double[] weights(double[] marks) {
    double[] weights = new double[marks.length];
    for (int s = 0; s < weights.length; s++) {
      double fixed = keptWeight(s, marks[s]);
      weights[s] = (netting.net()[s] - fixed) * leverageScale * riskScale + fixed;
    }
    return weights;
  }

  private double keptWeight(int symbol, double price) {
    double fixed = 0;
    for (double[] pod : kept) {
      fixed += pod[symbol] == 0 || !(equity > 0) ? 0 : pod[symbol] * price / equity;
    }
    return fixed;
  }

  /** The quantities the pods want of a symbol at {@code price}, signed, by pod (FP10). */
  public double[] quantities(int symbol, double price) {
    double[] quantities = new double[podWeights.length];
    for (int p = 0; p < quantities.length; p++) {
      double value = podWeights[p][symbol] * leverageScale * riskScale * volatilityScale * equity;
      quantities[p] = Quantity.orZero(value / price) + kept[p][symbol];
    }
    return quantities;
  }

  /** The factors of the quantity that a pod wants of a symbol (decision TR4). */
  public Factors factors(PortfolioState state, int pod, int symbol) {
    double capital = capitals[pod];
    TargetFactors standing = state.shares[pod][symbol].standing;
    boolean shares = state.isActive(pod) && (standing == null || !standing.ruined());
    double fraction = shares ? state.fractions[pod] : 0;
    double price = state.ledger.marks[symbol];
    double unit = fraction == 0 ? equity / price : capital / (fraction * price);
    double unclipped = state.targets[pod][symbol] * state.tradingShare(pod, capital, equity);
    double clip = unclipped == 0 ? 1 : podWeights[pod][symbol] / unclipped;
    return (standing == null ? TargetFactors.of(state.targets[pod][symbol]) : standing)
        .in(fraction, leverageScale * clip, riskScale, volatilityScale, capital > 0 ? unit : 0);
  }

  /** What is followed of a symbol: a signed share of equity, without what is kept. */
  public double followed(int symbol) {
    double net = 0;
    for (double[] pod : podWeights) {
      net += pod[symbol];
    }
    return net * leverageScale * riskScale * volatilityScale;
  }

  public TargetRow row(long time, int symbol, String name, double price, String cause) {
    double net = netting.net()[symbol];
    double fixed = keptWeight(symbol, price);
    double scale = riskScale * leverageScale * volatilityScale;
    return new TargetRow(
        time,
        name,
        netting.gross()[symbol],
        net,
        riskScale,
        leverageScale,
        volatilityScale,
        volatilityEstimate,
        fixed == 0 ? net * scale : (net - fixed) * scale + fixed,
        cause);
  }
}
