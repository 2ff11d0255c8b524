package io.podflow.domain.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.api.Assertions;

/** Reading numbers out of vectors, and comparing with the tolerance they state. */
final class Json {

  private Json() {}

  static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  /** Relative 1e-9, absolute 1e-12 near 0. */
  static void assertClose(String what, double actual, double expected) {
    Assertions.assertThat(Math.abs(actual - expected))
        .as("%s: %s, expected %s", what, actual, expected)
        .isLessThanOrEqualTo(Math.max(1e-12, 1e-9 * Math.abs(expected)));
  }
}
