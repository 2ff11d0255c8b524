package io.podflow.domain.portfolio.day;

import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much the symbols trend, for the cash buffer: the last ADX of each, as the first pod in the
 * configuration that trades it measures it on its own bars.
 */
public final class TrendStrength {

  private static final int NOBODY = -1;

  private final int[][] symbolsOfPod;
  private final int[] measuredBy;

  public TrendStrength(PortfolioLayout layout) {
    symbolsOfPod = new int[layout.podCount()][];
    measuredBy = new int[layout.universe().size()];
    Arrays.fill(measuredBy, NOBODY);
    for (int p = 0; p < symbolsOfPod.length; p++) {
      symbolsOfPod[p] = layout.symbolsOf(p);
      for (int s : symbolsOfPod[p]) {
        measuredBy[s] = measuredBy[s] == NOBODY ? p : measuredBy[s];
      }
    }
  }

  public void take(PortfolioState state, @Nullable PodDecision[] decisions) {
    for (int p = 0; p < decisions.length; p++) {
      PodDecision decision = decisions[p];
      if (decision != null && decision.adx().length > 0) {
        take(state, p, decision);
      }
    }
  }

  private void take(PortfolioState state, int pod, PodDecision decision) {
    for (int i = 0; i < symbolsOfPod[pod].length; i++) {
      int s = symbolsOfPod[pod][i];
      if (measuredBy[s] == pod && decision.present()[i]) {
        state.adx[s] = decision.adx()[i];
      }
    }
  }

  /** Over the symbols for which it is above 0; NaN when there are none. */
  public static double mean(PortfolioState state) {
    double sum = 0;
    int count = 0;
    for (double adx : state.adx) {
      if (adx > 0) {
        sum += adx;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
