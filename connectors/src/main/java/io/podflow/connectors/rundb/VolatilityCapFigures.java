package io.podflow.connectors.rundb;

import org.jspecify.annotations.Nullable;

/**
 * What the cap on volatility has done (decision EV4), over the closes with a row of {@code
 * targets}.
 *
 * @param closes at which targets were decided
 * @param boundShare share of them at which the cap made targets smaller
 * @param meanScale mean factor of the cap, 1 where it did not bind
 */
public record VolatilityCapFigures(long closes, double boundShare, double meanScale) {

  private static final VolatilityCapFigures NEVER =
      new VolatilityCapFigures(0, Double.NaN, Double.NaN);

  /** Null when the cap never had anything to go by, as when there is no limit. */
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
