package io.podflow.savepoints.botstate;

import java.util.HashMap;
import java.util.Map;

/** The last closes of the symbols. */
final class Prices {

  private final Map<String, Double> last = new HashMap<>();

  Prices(Field orchestrator) {
    orchestrator
        .at("last_close_prices")
        .each()
        .forEach((symbol, price) -> last.put(symbol, price.number(Double.NaN)));
  }

  /** Quote currency; NaN where there is none. */
  double of(String symbol) {
    return last.getOrDefault(symbol, Double.NaN);
  }

  boolean has(String symbol) {
    return of(symbol) > 0;
  }
}
