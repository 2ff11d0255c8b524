package io.podflow.connectors.rundb;

import org.jspecify.annotations.Nullable;

/**
 * The effect of the volatility cap (decision EV4), over the closes with a row of {@code targets}.
 *
 * @param closes number of closes at which targets were decided
 * @param boundShare fraction of the closes at which the cap reduced targets
 * @param meanScale mean over the closes of the cap's factor on targets, 1 where the cap did not
 *     bind
 */
public record VolatilityCapFigures(long closes, double boundShare, double meanScale) {

  private static final VolatilityCapFigures NEVER =
      new VolatilityCapFigures(0, Double.NaN, Double.NaN);

  /** Null when the cap never had a volatility estimate, as without a limit. */
  static @Nullable VolatilityCapFigures of(RunDb db) {
    return db
        .query(
            "SELECT count(*), total(scale < 1), total(scale), count(estimate) FROM (SELECT"
                + " min(volatility_scale) AS scale, max(volatility_estimate) AS estimate"
                + " FROM targets GROUP BY time)",
            row ->
                row.large(3) == 0
                    ? NEVER
                    : new VolatilityCapFigures(
                        row.large(0), row.real(1) / row.large(0), row.real(2) / row.large(0)))
        .stream()
        .filter(figures -> figures.closes() > 0)
        .findFirst()
        .orElse(null);
  }
}
