package io.podflow.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.podflow.domain.metrics.ReturnWindow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The monitors against answers that were worked out another way. */
@Tag("L3")
class MonitorsTest {

  private static double[] random(long seed, int n, double mean) {
    Random random = new Random(seed);
    double[] values = new double[n];
    Arrays.setAll(values, i -> mean + 0.01 * random.nextGaussian());
    return values;
  }

  private static ReturnWindow window(double... returns) {
    ReturnWindow window = Monitors.emptyWindow();
    for (double value : returns) {
      window.add(value);
    }
    return window;
  }

  /** The returns whose compounding follows the path. */
  private static double[] returnsOf(double[] path) {
    double[] returns = new double[path.length];
    Arrays.setAll(returns, i -> (1 + path[i]) / (i == 0 ? 1 : 1 + path[i - 1]) - 1);
    return returns;
  }

  @ParameterizedTest
  @CsvSource({"1, 90, 0", "2, 150, 0.004", "3, 310, 0.006", "4, 500, -0.003"})
  void driftIsTheExactTestOfTheLast60(long seed, int n, double shift) {
    double[] returns = random(seed, n, 0);
    for (int i = n - 60; i < n; i++) {
      returns[i] += shift;
    }
    double[] recent = Arrays.copyOfRange(returns, n - 60, n);
    double[] before = Arrays.copyOfRange(returns, Math.max(0, n - 310), n - 60);
    DistributionDrift drift = DistributionDrift.of(window(returns));

    double distance = distance(before, recent);
    assertThat(drift.statistic()).isCloseTo(distance, offset(1e-12));
    double p = 1 - shareOfPathsWithin(distance, before.length, recent.length);
    assertThat(drift.pValue()).isCloseTo(p, offset(1e-9));
    AlertLevel level = p < 0.05 ? AlertLevel.WARNING : AlertLevel.NORMAL;
    assertThat(drift.level()).isEqualTo(p < 0.01 ? AlertLevel.CRITICAL : level);
  }

  @Test
  void driftNeeds90Returns() {
    assertThat(DistributionDrift.of(window(random(1, 89, 0)))).isEqualTo(DistributionDrift.UNKNOWN);
  }

  private static double distance(double[] a, double[] b) {
    return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b))
        .map(
            x ->
                Math.abs(
                    Arrays.stream(a).filter(v -> v <= x).count() / (double) a.length
                        - Arrays.stream(b).filter(v -> v <= x).count() / (double) b.length))
        .max()
        .orElseThrow();
  }

  /** Orders of the two samples whose distance stays smaller, counted in whole numbers. */
  private static double shareOfPathsWithin(double distance, int n, int m) {
    BigInteger[][] within = new BigInteger[n + 1][m + 1];
    BigInteger[][] all = new BigInteger[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        boolean inside = Math.abs(i / (double) n - j / (double) m) < distance - 1e-9;
        BigInteger ways = i + j == 0 ? BigInteger.ONE : sum(within, i, j);
        within[i][j] = inside ? ways : BigInteger.ZERO;
        all[i][j] = i + j == 0 ? BigInteger.ONE : sum(all, i, j);
      }
    }
    return new BigDecimal(within[n][m])
        .divide(new BigDecimal(all[n][m]), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger sum(BigInteger[][] ways, int i, int j) {
    BigInteger left = i > 0 ? ways[i - 1][j] : BigInteger.ZERO;
    return j > 0 ? left.add(ways[i][j - 1]) : left;
  }

  @ParameterizedTest
  @CsvSource({"1, 30, 0.001", "2, 200, 0.0005", "3, 200, -0.001", "4, 900, 0.0001", "5, 29, 0"})
  void drawdownLimitsAreThoseOfABrownianMotion(long seed, int n, double mean) {
    double[] returns = random(seed, n, mean);
    MonitorState state = new MonitorState();
    Arrays.stream(returns).forEach(state::add);
    GbmDrawdown drawdown = GbmDrawdown.of(state.performance, state.daysBelowPeak);

    double value = 1;
    double peak = 1;
    int days = 0;
    for (double r : returns) {
      value *= 1 + r;
      days = value >= peak ? 0 : days + 1;
      peak = Math.max(peak, value);
    }
    assertThat(drawdown.depth()).isCloseTo(1 - value / peak, offset(1e-12));
    assertThat(drawdown.durationDays()).isEqualTo(days);
    if (n < 30) {
      assertThat(drawdown.level()).isEqualTo(AlertLevel.NORMAL);
      assertThat(drawdown.depthLimit()).isNaN();
      return;
    }
    double z = 1.6448536269514722;
    double k = z / 1.1774100225154747;
    double mu = Arrays.stream(returns).average().orElseThrow();
    double sigma = new StandardDeviation().evaluate(returns);
    double depth =
        mu >= 0
            ? sigma * Math.sqrt(n) * Math.sqrt(2 * Math.log(n) / Math.PI) * k
            : (Math.abs(mu) * n + z * sigma * Math.sqrt(n)) * k;
    double half = sigma * sigma / 2;
    int duration = (int) Math.min(n, Math.floor(half / Math.max(mu, half) * n + z * Math.sqrt(n)));
    assertThat(drawdown.depthLimit()).isCloseTo(Math.min(1, depth), offset(1e-9));
    assertThat(drawdown.durationLimit()).isEqualTo(duration);
    int signs = (1 - value / peak > Math.min(1, depth) ? 1 : 0) + (days > duration ? 1 : 0);
    assertThat(drawdown.level().ordinal()).isEqualTo(signs);
  }

  /** A quarter of the days is far off, and the line does not care. */
  @Test
  void theLineOfDecayIgnoresOutliers() {
    double[] path = new double[180];
    Arrays.setAll(path, i -> 0.001 * (i + 1) + (i % 4 == 2 ? 0.3 : 0));
    AlphaDecay decay = AlphaDecay.of(window(returnsOf(path)));
    assertThat(decay.slope()).isCloseTo(0.001, offset(1e-9));
    assertThat(decay.lowerBound()).isCloseTo(path[179], offset(1e-6));
    assertThat(decay.cumulative()).isCloseTo(path[179], offset(1e-12));
    assertThat(decay.level()).isEqualTo(AlertLevel.NORMAL);
  }

  @Test
  void decayIsASlopeThatDoesNotRiseAndATodayBelowTheBound() {
    double[] rising = new double[180];
    Arrays.setAll(rising, i -> 0.001 * (i + 1));
    rising[179] = 0.05;
    assertThat(AlphaDecay.of(window(returnsOf(rising))).level()).isEqualTo(AlertLevel.WARNING);
    double[] falling = new double[180];
    Arrays.setAll(falling, i -> -0.001 * (i + 1));
    falling[179] = 0.05;
    assertThat(AlphaDecay.of(window(returnsOf(falling))).level()).isEqualTo(AlertLevel.WARNING);
    falling[179] = -0.5;
    AlphaDecay both = AlphaDecay.of(window(returnsOf(falling)));
    assertThat(both.level()).isEqualTo(AlertLevel.CRITICAL);
    assertThat(both.detected()).isTrue();
    assertThat(AlphaDecay.of(window(random(1, 59, 0)))).isEqualTo(AlphaDecay.UNKNOWN);
  }

  /** The final line is the least squares line of its inliers, and no half has had more of those. */
  @ParameterizedTest
  @CsvSource({"1, 60", "2, 61", "3, 180"})
  void theLineIsTheBestOfItsHalvesRefined(long seed, int n) {
    double[] path = random(seed, n, 0);
    for (int i = 1; i < n; i++) {
      path[i] += path[i - 1];
    }
    double[] sorted = path.clone();
    Arrays.sort(sorted);
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    double[] away = Arrays.stream(path).map(v -> Math.abs(v - median)).sorted().toArray();
    double near = (away[(n - 1) / 2] + away[n / 2]) / 2 + 1e-12;

    List<List<Integer>> inliers = new ArrayList<>();
    for (int half = 0; half < RandomHalves.COUNT; half++) {
      SimpleRegression line = regression(path, places(half, n));
      List<Integer> close = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if (Math.abs(path[i] - line.predict(i)) <= near) {
          close.add(i);
        }
      }
      inliers.add(close);
    }
    // Of several halves with equally many, max() would take the last.
    int most = inliers.stream().map(List::size).max(Comparator.naturalOrder()).orElseThrow();
    List<Integer> best =
        inliers.stream().filter(close -> close.size() == most).findFirst().orElseThrow();
    SimpleRegression expected = regression(path, best);
    RobustLine line = RobustLine.through(path);
    assertThat(line.slope()).isCloseTo(expected.getSlope(), offset(1e-12));
    assertThat(line.intercept()).isCloseTo(expected.getIntercept(), offset(1e-11));

    double[] residuals =
        IntStream.range(0, n)
            .mapToDouble(i -> Math.abs(path[i] - expected.predict(i)))
            .filter(residual -> residual <= near)
            .toArray();
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    double bound = expected.predict(n - 1) - percentile.evaluate(residuals, 95);
    AlphaDecay decay = AlphaDecay.of(window(returnsOf(path)));
    assertThat(decay.lowerBound()).isCloseTo(bound, offset(1e-9));
  }

  private static List<Integer> places(int half, int n) {
    RandomHalves halves = RandomHalves.of(n);
    List<Integer> places =
        IntStream.range(0, n).filter(place -> halves.has(half, place)).boxed().toList();
    assertThat(places).hasSize((n + 1) / 2);
    return places;
  }

  private static SimpleRegression regression(double[] path, List<Integer> places) {
    SimpleRegression regression = new SimpleRegression();
    places.forEach(i -> regression.addData(i, path[i]));
    return regression;
  }

  @Test
  void aChangeOfLevelIsToldOnceInEachDirection() {
    MonitorState state = new MonitorState();
    ReturnWindow returns = Monitors.emptyWindow();
    List<PodAlert> alerts = new ArrayList<>();
    AlertLevel level = AlertLevel.NORMAL;
    for (double value : random(5, 700, 0)) {
      returns.add(value);
      state.add(value);
      alerts.clear();
      MonitorReport report = Monitors.check(state, returns, alerts);
      List<PodAlert> drift =
          alerts.stream().filter(alert -> alert.message().startsWith("distribution")).toList();
      AlertLevel now = report.distributionDrift().level();
      assertThat(drift).hasSize(now == level ? 0 : 1);
      level = now;
    }
  }
}
