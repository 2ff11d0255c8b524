package io.podflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The intra-pod allocator, a close at a time (L2; decisions PO6, PO8, PO9, FP5, FP17). */
final class AssetWeights {

  private static final int ENOUGH_RETURNS = 10;

  private final Config config;
  private final PodBook book;
  private double[] weights;
  private boolean[] allocated;

  AssetWeights(Config config, PodBook book) {
    this.config = config;
    this.book = book;
    this.weights = new double[book.symbols.size()];
    this.allocated = new boolean[book.symbols.size()];
  }

  /** Weights that stand after the k-th close, by position. */
  double[] at(int k, Machines machines) {
    long close = book.closes[k];
    boolean[] eligible = new boolean[weights.length];
    for (int i = 0; i < eligible.length; i++) {
      boolean traded = book.missed(i, close) >= 0;
      eligible[i] = traded && !book.stale(i, close) && machines.multiplier(i) > 0;
    }
    boolean due = k % book.pod.allocation("rebalance_bars").asInt() == 0;
    if (due || !Arrays.equals(eligible, allocated)) {
      weights = computed(close, eligible);
      allocated = eligible;
    }
    return weights;
  }

  private double[] computed(long close, boolean[] eligible) {
    double[] result = new double[eligible.length];
    int[] chosen = IntStream.range(0, eligible.length).filter(i -> eligible[i]).toArray();
    if (chosen.length == 0) {
      return result;
    }
    double[] filled =
        book.pod.allocation("method").asText().equals("dual_momentum")
            ? Shrunk.weights(config, new Momentum(book, close).weights(chosen))
            : bounded(close, chosen);
    for (int n = 0; n < chosen.length; n++) {
      result[chosen[n]] = filled[n];
    }
    return result;
  }

  private double[] bounded(long close, int[] chosen) {
    double[] raw =
        switch (book.pod.allocation("method").asText()) {
          case "equal_weight" -> Algebra.equal(chosen.length);
          case "signal_weighted" -> strengths(close, chosen);
          default -> byHistory(close, chosen);
        };
    double[] pulled = Shrunk.weights(config, Algebra.normalised(raw));
    JsonNode allocation = book.pod.node().path("asset_allocation");
    double min = allocation.path("min_weight").asDouble();
    return Algebra.waterFilling(pulled, min, allocation.path("max_weight").asDouble());
  }

  private double[] strengths(long close, int[] chosen) {
    double[] strengths = new double[chosen.length];
    for (int n = 0; n < chosen.length; n++) {
      Optional<Row> row = book.row(close, chosen[n]);
      strengths[n] = row.isPresent() ? Math.abs(row.get().number("signal")) : 0;
    }
    return Algebra.sum(strengths) == 0 ? Algebra.equal(chosen.length) : strengths;
  }

  /** Symbols without enough history get the mean of the others' weights. */
  private double[] byHistory(long close, int[] chosen) {
    int lookback = book.pod.allocation("vol_lookback").asInt();
    List<double[]> known = new ArrayList<>();
    double[][] all = new double[chosen.length][];
    for (int n = 0; n < chosen.length; n++) {
      Series series = book.series(chosen[n]);
      all[n] = series.returns(series.last(close), lookback);
      if (enough(all[n])) {
        known.add(all[n]);
      }
    }
    if (known.isEmpty()) {
      return Algebra.equal(chosen.length);
    }
    double[] judged = judged(known.toArray(double[][]::new));
    double[] raw = new double[chosen.length];
    int next = 0;
    for (int n = 0; n < raw.length; n++) {
      raw[n] = enough(all[n]) ? judged[next++] : Figures.mean(judged);
    }
    return raw;
  }

  /** Enough returns, and they vary, unless the floor is off (EV2). */
  private boolean enough(double[] returns) {
    boolean varies = Floors.off(config) || Figures.deviation(returns) > 1e-12;
    return returns.length >= ENOUGH_RETURNS && varies;
  }

  private double[] judged(double[][] series) {
    double[] floors = Floors.of(config, deviations(series));
    if (book.pod.allocation("method").asText().equals("inverse_volatility")) {
      double[] inverse = new double[series.length];
      Arrays.setAll(
          inverse,
          i -> 1 / Math.max(Figures.deviation(series[i]), floors[i] > 0 ? floors[i] : 1e-8));
      return Algebra.normalised(inverse);
    }
    int common = Arrays.stream(series).mapToInt(s -> s.length).min().orElseThrow();
    double[][] aligned = new double[series.length][];
    Arrays.setAll(
        aligned, i -> Arrays.copyOfRange(series[i], series[i].length - common, series[i].length));
    return Algebra.riskParity(Floors.raised(Shrunk.covariance(config, aligned, 1), floors));
  }

  private static double[] deviations(double[][] series) {
    return Arrays.stream(series).mapToDouble(Figures::deviation).toArray();
  }
}
