package io.podflow.api;

import java.util.List;

/**
 * Makes a strategy known to podflow. Implement it, name the class in {@code
 * META-INF/services/io.podflow.api.StrategyProvider}, and put the jar on the class path: {@link
 * java.util.ServiceLoader} finds it.
 */
public interface StrategyProvider {

  /** The {@code strategy_name} in the configuration, such as {@code anchor-mom}. */
  String name();

  /** The parameters that {@code strategy_params} may give, with defaults and bounds. */
  List<Parameter> parameters();

  /** Rules between parameters that are broken, as sentences; empty when all is well. */
  default List<String> violations(Parameters parameters) {
    return List.of();
  }

  /**
   * Whether the strategy may sell short with these parameters; on a spot market such a
   * configuration is refused. What a strategy does that says no and sells short all the same is cut
   * back as it trades.
   */
  default boolean sellsShort(Parameters parameters) {
    return false;
  }

  /**
   * Whether the strategy is invested at every close with these parameters, whatever prices do. A
   * pod that trades such a strategy is as deep in drawdown as its market, so the configuration
   * check advises against a lifecycle that retires pods for drawdown.
   */
  default boolean isAlwaysInvested(Parameters parameters) {
    return false;
  }

  /**
   * @param parameters every parameter with a value inside its bounds
   * @param timeframe of the pod, for annualisation
   */
  Strategy create(Parameters parameters, Timeframe timeframe);
}
