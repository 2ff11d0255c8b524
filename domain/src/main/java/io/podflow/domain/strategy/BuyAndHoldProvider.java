package io.podflow.domain.strategy;

import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import java.util.List;

/** Makes {@code buy-and-hold}. */
public final class BuyAndHoldProvider implements StrategyProvider {

  private static final Parameter STRENGTH =
      Parameter.above("strength", 1, 0, 10, "Strength of the long signal at every close");

  @Override
  public String name() {
    return "buy-and-hold";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(STRENGTH);
  }

  @Override
  public boolean isAlwaysInvested(Parameters parameters) {
    return true;
  }

  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    return new BuyAndHold(parameters.number(STRENGTH.name()));
  }
}
