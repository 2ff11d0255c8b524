package io.podflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Page-Hinkley's test for a fall of the mean, on standardised returns (AC3). */
final class Detector {

  final double lambda;
  private final double delta;
  private final double alpha;
  private final boolean standardise;
  private final List<Double> moved = new ArrayList<>();
  private boolean seeded;
  private double mean;
  private double sum;
  private double least;

  Detector(JsonNode settings) {
    this.delta = settings.path("delta").asDouble();
    this.lambda = settings.path("lambda").asDouble();
    this.alpha = settings.path("alpha").asDouble();
    this.standardise = settings.path("standardise").asBoolean();
    restart();
  }

  void restart() {
    // Standardised returns begin at a mean of 0; raw ones with the first of them.
    seeded = standardise;
    mean = 0;
    sum = 0;
    least = 0;
  }

  double score() {
    return sum - least;
  }

  void feed(double r) {
    double x = r;
    if (standardise && moved.size() >= 30) {
      double[] last =
          moved.subList(Math.max(0, moved.size() - 60), moved.size()).stream()
              .mapToDouble(Double::doubleValue)
              .toArray();
      double deviation = Figures.deviation(last);
      x = deviation <= 1e-12 ? r : r / deviation;
    }
    if (seeded) {
      mean = alpha * mean + (1 - alpha) * x;
      sum += mean - x - delta;
      least = Math.min(least, sum);
    } else {
      mean = x;
      seeded = true;
    }
    if (r != 0) {
      moved.add(r);
    }
  }
}
