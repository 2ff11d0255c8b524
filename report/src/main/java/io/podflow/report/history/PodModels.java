package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The weights of features in the models of one pod at their last fit.
 *
 * @param symbols sorted
 * @param features sorted by Σ|weight| over the symbols, largest first
 * @param weights one per symbol and feature with a row of {@code models}
 * @param hasCoefficients whether the weights are coefficients; else importances, which add up to 1
 * @param from the oldest of the last fits, epoch milliseconds UTC
 * @param to the newest of the last fits, epoch milliseconds UTC
 */
public record PodModels(
    String pod,
    List<String> symbols,
    List<String> features,
    List<Weight> weights,
    boolean hasCoefficients,
    long from,
    long to) {

  /** Importances of a model sum to 1 within this rounding error. */
  private static final double TOLERANCE = 1e-3;

  private static final String WEIGHTS =
      "SELECT pod, symbol, feature, weight, time FROM models ORDER BY pod, symbol, feature";

  /** The weight of one feature in the model of one symbol. */
  record Weight(String symbol, String feature, double weight) {}

  /** The models of all pods that have models, by pod id. */
  public static List<PodModels> of(RunDb db) {
    Map<String, Collector> pods = new LinkedHashMap<>();
    db.forEach(
        WEIGHTS,
        row ->
            pods.computeIfAbsent(row.text(0), pod -> new Collector())
                .add(new Weight(row.text(1), row.text(2), row.real(3)), row.time(4)));
    return pods.entrySet().stream().map(e -> e.getValue().models(e.getKey())).toList();
  }

  /** Collects the weights of one pod. */
  private static final class Collector {
    private final List<Weight> weights = new ArrayList<>();
    private final Map<String, Double> sums = new HashMap<>();
    private final Map<String, Double> sizes = new HashMap<>();
    private boolean anyNegative;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    void add(Weight weight, long time) {
      weights.add(weight);
      sums.merge(weight.symbol, weight.weight, Double::sum);
      sizes.merge(weight.feature, Math.abs(weight.weight), Double::sum);
      anyNegative |= weight.weight < 0;
      from = Math.min(from, time);
      to = Math.max(to, time);
    }

    PodModels models(String pod) {
      SortedSet<String> symbols = new TreeSet<>(sums.keySet());
      List<String> features =
          sizes.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Double>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .toList();
      boolean addUp = sums.values().stream().allMatch(sum -> Math.abs(sum - 1) < TOLERANCE);
      return new PodModels(
          pod, List.copyOf(symbols), features, weights, anyNegative || !addUp, from, to);
    }
  }
}
