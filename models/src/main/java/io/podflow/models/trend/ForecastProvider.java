package io.podflow.models.trend;

import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.StrategyProvider;
import java.util.List;

/** The base of the providers of all strategies that forecast a trend. */
abstract class ForecastProvider implements StrategyProvider {

  private final String name;
  private final List<Parameter> parameters;

  ForecastProvider(String name, List<Parameter> parameters) {
    this.name = name;
    this.parameters = parameters;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public final List<String> violations(Parameters values) {
    return ForecastParameters.violations(values);
  }

  @Override
  public final boolean sellsShort(Parameters values) {
    return ForecastParameters.sellsShort(values);
  }
}
