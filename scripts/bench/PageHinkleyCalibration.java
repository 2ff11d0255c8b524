import io.podflow.domain.lifecycle.DegradationDetector;
import io.podflow.domain.lifecycle.LifecycleOutcome;
import io.podflow.domain.lifecycle.PageHinkley;
import io.podflow.domain.lifecycle.PodDay;
import io.podflow.domain.lifecycle.PodLife;
import io.podflow.domain.lifecycle.PodLifecycle;
import io.podflow.domain.market.Timeframe;
import io.podflow.domain.metrics.Performance;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.RetirementSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * How the defaults of page_hinkley were found, and what they detect: the tables of
 * docs/lifecycle.md. Runs podflow's own detector and lifecycle over random daily returns; the same
 * seed gives the same tables. Arguments: DELTA LAMBDA [PATHS].
 */
class PageHinkleyCalibration {

  static final long SEED = 20261125;
  static final double ALPHA = 0.99;
  static final double[] DELTAS = {0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4};
  static final double[] DROPS = {0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5};
  static final double DAILY_VOLATILITY = 0.01;
  static final double REQUIRED_DAYS = 1000;
  static final int RUN_IN = 300;
  static final int LONGEST = 5000;

  /** Daily returns with mean 0 and standard deviation 1. */
  enum Kind {
    NORMAL,
    STUDENT_T4,
    CLUSTERED;

    DoubleSupplier source(Random random) {
      return switch (this) {
        case NORMAL -> random::nextGaussian;
        case STUDENT_T4 -> () -> studentT4(random);
        case CLUSTERED -> new Clustered(random);
      };
    }

    /** A t with 4 degrees of freedom has variance 2. */
    private static double studentT4(Random random) {
      double squares = 0;
      for (int i = 0; i < 4; i++) {
        double z = random.nextGaussian();
        squares += z * z;
      }
      return random.nextGaussian() / Math.sqrt(squares / 4) / Math.sqrt(2);
    }
  }

  /** GARCH(1, 1) with α 0.10, β 0.88: a shock to the variance has a half-life of 34 days. */
  static final class Clustered implements DoubleSupplier {

    private final Random random;
    private double variance = 1;

    Clustered(Random random) {
      this.random = random;
      for (int i = 0; i < 500; i++) {
        getAsDouble();
      }
    }

    @Override
    public double getAsDouble() {
      double value = Math.sqrt(variance) * random.nextGaussian();
      variance = 0.02 + 0.10 * value * value + 0.88 * variance;
      return value;
    }
  }

  /** A detector with a full volatility window, and returns to feed it. */
  static final class Path {

    private final DegradationDetector detector;
    private final DoubleSupplier source;
    private final ReturnWindow moved = DegradationDetector.emptyWindow();
    private PageHinkley state;

    Path(DegradationDetector detector, DoubleSupplier source) {
      this.detector = detector;
      this.source = source;
      this.state = detector.fresh();
      for (int i = 0; i < 60; i++) {
        day(0);
      }
      this.state = detector.fresh();
    }

    double day(double drop) {
      detector.feed(state, moved, DAILY_VOLATILITY * (source.getAsDouble() - drop));
      return state.score();
    }

    boolean fires() {
      return detector.fires(state);
    }
  }

  public static void main(String[] args) {
    double delta = Double.parseDouble(args[0]);
    double lambda = Double.parseDouble(args[1]);
    int paths = args.length > 2 ? Integer.parseInt(args[2]) : 4000;
    candidates(paths);
    falseAlarms(delta, lambda, paths);
    delays(delta, lambda, paths);
  }

  /** For each delta, the lambda that the requirement asks for, and what the pair is worth. */
  static void candidates(int paths) {
    System.out.println("| delta | lambda | delay 0.1 | 0.2 | 0.3 | 0.5 | healthy pods that recover |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (double delta : DELTAS) {
      double lambda = requiredLambda(delta, paths);
      print("| %.2f | %.1f |", delta, lambda);
      for (double drop : new double[] {0.1, 0.2, 0.3, 0.5}) {
        print(" %.0f |", Arrays.stream(delays(delta, lambda, Kind.NORMAL, drop, paths / 2)).average().orElse(0));
      }
      print(" %.0f %% |%n", 100 * recovered(delta, lambda, paths / 4));
    }
  }

  /** The smallest multiple of 0.5 with which all kinds of returns keep the required days. */
  static double requiredLambda(double delta, int paths) {
    double lambda = 0.5;
    for (Kind kind : Kind.values()) {
      double[] days = firstAlarms(delta, 40, kind, paths);
      while (days[index(lambda)] < REQUIRED_DAYS) {
        lambda += 0.5;
      }
    }
    return lambda;
  }

  static int index(double lambda) {
    return (int) Math.round(lambda * 2);
  }

  /** Mean days from a fresh start to the first score above λ = 0, 0.5, 1, … */
  static double[] firstAlarms(double delta, double upTo, Kind kind, int paths) {
    DegradationDetector detector = detector(delta, upTo);
    Random random = new Random(SEED);
    double[] sums = new double[index(upTo) + 1];
    for (int p = 0; p < paths; p++) {
      Path path = new Path(detector, kind.source(random));
      int next = 0;
      for (int day = 1; next < sums.length; day++) {
        double score = path.day(0);
        while (next < sums.length && (score > next / 2.0 || day == 4 * LONGEST)) {
          sums[next++] += day;
        }
      }
    }
    return Arrays.stream(sums).map(sum -> sum / paths).toArray();
  }

  static void falseAlarms(double delta, double lambda, int paths) {
    print("%nDefaults: delta %s, lambda %s%n%n", delta, lambda);
    System.out.println("| returns | mean days between false alarms | standard error | median |");
    System.out.println("| --- | --- | --- | --- |");
    for (Kind kind : Kind.values()) {
      DegradationDetector detector = detector(delta, lambda);
      Random random = new Random(SEED + 1);
      double[] days = new double[paths];
      for (int p = 0; p < paths; p++) {
        Path path = new Path(detector, kind.source(random));
        days[p] = daysToAlarm(path, 0, 4 * LONGEST);
      }
      double mean = Arrays.stream(days).average().orElse(0);
      double error = Math.sqrt(Arrays.stream(days).map(d -> (d - mean) * (d - mean)).sum()) / paths;
      print("| %s | %.0f | %.0f | %.0f |%n", kind, mean, error, quantile(days, 0.5));
    }
  }

  static void delays(double delta, double lambda, int paths) {
    System.out.println();
    System.out.println("| drop | returns | mean days | 10 % | 50 % | 90 % | within 30 days | within 90 days |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (double drop : DROPS) {
      for (Kind kind : Kind.values()) {
        double[] days = delays(delta, lambda, kind, drop, paths);
        print(
            "| %.2f | %s | %.0f | %.0f | %.0f | %.0f | %.0f %% | %.0f %% |%n",
            drop,
            kind,
            Arrays.stream(days).average().orElse(0),
            quantile(days, 0.1),
            quantile(days, 0.5),
            quantile(days, 0.9),
            100 * share(days, 30),
            100 * share(days, 90));
      }
    }
  }

  /** Days from a drop of the mean to the alarm, after a run-in without one. */
  static double[] delays(double delta, double lambda, Kind kind, double drop, int paths) {
    DegradationDetector detector = detector(delta, lambda);
    Random random = new Random(SEED + 2);
    double[] days = new double[paths];
    for (int p = 0; p < paths; ) {
      Path path = new Path(detector, kind.source(random));
      if (daysToAlarm(path, 0, RUN_IN) == RUN_IN) {
        days[p++] = daysToAlarm(path, drop, LONGEST);
      }
    }
    return days;
  }

  static int daysToAlarm(Path path, double drop, int atMost) {
    for (int day = 1; day < atMost; day++) {
      path.day(drop);
      if (path.fires()) {
        return day;
      }
    }
    return atMost;
  }

  /** Of pods with a constant Sharpe ratio of 1.5 that are warned falsely, those that come back. */
  static double recovered(double delta, double lambda, int paths) {
    Random random = new Random(SEED + 3);
    PodLifecycle lifecycle = lifecycle(delta, lambda);
    int warned = 0;
    int back = 0;
    while (warned < paths) {
      PodLife life = lifecycle.initialState(LifecycleState.PRODUCTION);
      Performance performance = new Performance();
      LifecycleState last = LifecycleState.PRODUCTION;
      boolean everWarned = false;
      for (long day = 0; last != LifecycleState.RETIRED; day++) {
        double value = DAILY_VOLATILITY * (random.nextGaussian() + 1.5 / Math.sqrt(365));
        performance.add(value);
        LifecycleOutcome outcome = lifecycle.onDay(life, day(day, value, performance));
        last = outcome.after();
        everWarned |= last == LifecycleState.WARNING;
        if (everWarned && last == LifecycleState.PRODUCTION) {
          back++;
          break;
        }
      }
      warned += everWarned ? 1 : 0;
    }
    return (double) back / warned;
  }

  static PodDay day(long day, double value, Performance performance) {
    return new PodDay(
        day,
        value,
        performance.sharpeRatio(),
        0, // hard stops are not what is asked
        0,
        performance.calmarRatio(),
        performance.liveDays(),
        100,
        0,
        false);
  }

  static DegradationDetector detector(double delta, double lambda) {
    return new DegradationDetector(new PageHinkleySettings(delta, lambda, ALPHA, true));
  }

  static PodLifecycle lifecycle(double delta, double lambda) {
    return new PodLifecycle(
        new GraduationSettings(30, 0.5, 0.2, 5, 0.3, 0.3, 0.65, 90),
        new RetirementSettings(0.25, Integer.MAX_VALUE, 0.3, 30),
        new PageHinkleySettings(delta, lambda, ALPHA, true),
        new PodSettings(
            "pod", "none", Map.of(), List.of("A/B"), Timeframe.D1, 0.1, 0.4, 0.02, 0.15, 0.1, 2, null,
            false, 3, 0.05, null, null, ExposureBasis.PER_ASSET, LifecycleState.PRODUCTION, null, null));
  }

  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }

  static double share(double[] values, double atMost) {
    return Arrays.stream(values).filter(v -> v <= atMost).count() / (double) values.length;
  }

  static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
