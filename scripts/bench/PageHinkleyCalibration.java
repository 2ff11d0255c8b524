import io.podflow.domain.lifecycle.DegradationDetector;
import io.podflow.domain.lifecycle.PageHinkley;
import io.podflow.domain.lifecycle.PodDay;
import io.podflow.domain.lifecycle.PodLife;
import io.podflow.domain.lifecycle.PodLifecycle;
import io.podflow.api.Timeframe;
import io.podflow.domain.metrics.Performance;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.RetirementSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the defaults of page_hinkley were found, and what they detect: the tables of
 * docs/lifecycle.md. Runs podflow's own detector and lifecycle over random daily returns; the same
 * arguments give the same tables, on any number of cores. Arguments: DELTA LAMBDA PATHS.
 */
class PageHinkleyCalibration {

  static final long SEED = 20261125;
  static final double ALPHA = 0.99;
  static final double[] DELTAS = {0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4};
  static final double[] DROPS = {0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5};
  static final double DAILY_VOLATILITY = 0.01;
  static final double SHARPE_OF_A_HEALTHY_POD = 1.5;
  static final double REQUIRED_DAYS = 1000;
  static final double GREATEST_LAMBDA = 25;

  /** Days without an alarm before the mean falls. */
  static final int RUN_IN = 300;

  /** A simulation ends here, and counts as that many days: the means are a little too small. */
  static final int LONGEST = 20_000;

  /** The same where there are many lambdas to look at. */
  static final int LONGEST_SEARCH = 5000;

  /** Daily returns with mean 0 and standard deviation 1. */
  enum Returns {
    NORMAL,
    STUDENT_T4,
    CLUSTERED;

    DoubleSupplier source(RandomGenerator random) {
      return switch (this) {
        case NORMAL -> random::nextGaussian;
        case STUDENT_T4 -> () -> studentT4(random);
        case CLUSTERED -> new Clustered(random);
      };
    }

    /** A t with 4 degrees of freedom has variance 2. */
    private static double studentT4(RandomGenerator random) {
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

    private final RandomGenerator random;
    private double variance = 1;

    Clustered(RandomGenerator random) {
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

  /** A fresh detector that knows the volatility already, and returns to feed it. */
  static final class Path {

    private final DegradationDetector detector;
    private final DoubleSupplier source;
    private final ReturnWindow moved = DegradationDetector.emptyWindow();
    private final PageHinkley state;

    Path(DegradationDetector detector, DoubleSupplier source) {
      this.detector = detector;
      this.source = source;
      for (int i = 0; i < 60; i++) {
        moved.add(DAILY_VOLATILITY * source.getAsDouble());
      }
      this.state = detector.fresh();
    }

    /** A day with the mean lower by so many daily volatilities. */
    double day(double drop) {
      detector.feed(state, moved, DAILY_VOLATILITY * (source.getAsDouble() - drop));
      return state.score();
    }

    int daysToAlarm(double drop, int atMost) {
      for (int day = 1; day < atMost; day++) {
        day(drop);
        if (detector.fires(state)) {
          return day;
        }
      }
      return atMost;
    }
  }

  public static void main(String[] args) {
    double delta = Double.parseDouble(args[0]);
    double lambda = Double.parseDouble(args[1]);
    int paths = Integer.parseInt(args[2]);
    candidates(paths / 4);
    falseAlarms(delta, lambda, paths);
    delays(delta, lambda, paths / 2);
  }

  /** For each delta, the lambda that the requirement asks for, and what the pair is worth. */
  static void candidates(int paths) {
    print(
        "| delta | lambda | fall of 0.2: median days | 0.3 | 0.5 | falsely warned pods that recover"
            + " |%n");
    print("| --- | --- | --- | --- | --- | --- |%n");
    for (double delta : DELTAS) {
      double lambda = requiredLambda(delta, paths);
      print("| %.2f | %.1f |", delta, lambda);
      for (double drop : new double[] {0.2, 0.3, 0.5}) {
        print(" %.0f |", quantile(delays(delta, lambda, Returns.NORMAL, drop, paths), 0.5));
      }
      print(" %.0f %% |%n", 100 * mean(simulate(paths / 2, 3, r -> recovers(delta, lambda, r))));
    }
  }

  /** The smallest multiple of 0.5 with which all kinds of returns keep the required days. */
  static double requiredLambda(double delta, int paths) {
    double lambda = 0.5;
    for (Returns returns : Returns.values()) {
      double[] days = meanDaysByLambda(delta, returns, paths);
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
  static double[] meanDaysByLambda(double delta, Returns returns, int paths) {
    DegradationDetector detector = detector(delta, GREATEST_LAMBDA);
    double[][] days =
        randoms(paths, 0)
            .map(random -> daysByLambda(new Path(detector, returns.source(random))))
            .toArray(double[][]::new);
    return IntStream.rangeClosed(0, index(GREATEST_LAMBDA))
        .mapToDouble(i -> mean(Arrays.stream(days).mapToDouble(path -> path[i]).toArray()))
        .toArray();
  }

  static double[] daysByLambda(Path path) {
    double[] days = new double[index(GREATEST_LAMBDA) + 1];
    int next = 0;
    for (int day = 1; next < days.length; day++) {
      double score = path.day(0);
      while (next < days.length && (score > next / 2.0 || day == LONGEST_SEARCH)) {
        days[next++] = day;
      }
    }
    return days;
  }

  static void falseAlarms(double delta, double lambda, int paths) {
    print("%nDelta %s, lambda %s%n%n", delta, lambda);
    print("| returns | mean days to a false alarm | standard error | 10 %% | median | 90 %% |%n");
    print("| --- | --- | --- | --- | --- | --- |%n");
    DegradationDetector detector = detector(delta, lambda);
    for (Returns returns : Returns.values()) {
      double[] days =
          simulate(paths, 1, r -> new Path(detector, returns.source(r)).daysToAlarm(0, LONGEST));
      double mean = mean(days);
      double error = Math.sqrt(Arrays.stream(days).map(d -> (d - mean) * (d - mean)).sum()) / paths;
      print(
          "| %s | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
          name(returns),
          mean,
          error,
          quantile(days, 0.1),
          quantile(days, 0.5),
          quantile(days, 0.9));
    }
  }

  static void delays(double delta, double lambda, int paths) {
    print("%n| fall | returns | mean days | median | 90 %% | within 30 days | within 90 days |%n");
    print("| --- | --- | --- | --- | --- | --- | --- |%n");
    for (double drop : DROPS) {
      for (Returns returns : Returns.values()) {
        double[] days = delays(delta, lambda, returns, drop, paths);
        print(
            "| %.2f | %s | %.0f | %.0f | %.0f | %.0f %% | %.0f %% |%n",
            drop,
            name(returns),
            mean(days),
            quantile(days, 0.5),
            quantile(days, 0.9),
            100 * share(days, 30),
            100 * share(days, 90));
      }
    }
  }

  /** Days from a fall of the mean to the alarm, after a run-in without one. */
  static double[] delays(double delta, double lambda, Returns returns, double drop, int paths) {
    DegradationDetector detector = detector(delta, lambda);
    return simulate(
        paths,
        2,
        random -> {
          Path path = new Path(detector, returns.source(random));
          while (path.daysToAlarm(0, RUN_IN) < RUN_IN) {
            path = new Path(detector, returns.source(random));
          }
          return path.daysToAlarm(drop, LONGEST);
        });
  }

  /** 1 when a pod that is as good as ever comes back from a false alarm, 0 when it retires. */
  static double recovers(double delta, double lambda, RandomGenerator random) {
    DegradationDetector detector = detector(delta, lambda);
    PodLifecycle lifecycle = lifecycle(delta, lambda);
    PodLife life = lifecycle.initialState(LifecycleState.WARNING);
    Performance performance = new Performance();
    life.firstDay = 0;
    for (long day = 0; true; day++) {
      double value =
          DAILY_VOLATILITY * (random.nextGaussian() + SHARPE_OF_A_HEALTHY_POD / Math.sqrt(365));
      performance.add(value);
      if (life.enteredDay == PodLife.NOT_BEGUN) {
        // In PRODUCTION, without the monitors, which cost most of a day.
        detector.feed(life.detector, life.moved, value);
        life.returns.add(value);
        life.returnCount++;
        if (detector.fires(life.detector)) {
          life.enteredDay = day;
        }
      } else if (lifecycle.onDay(life, day(day, value, performance)).hasChangedState()) {
        if (life.state == LifecycleState.PRODUCTION) {
          return 1;
        }
        if (life.state == LifecycleState.RETIRED) {
          return 0;
        }
      }
    }
  }

  static PodDay day(long day, double value, Performance performance) {
    return new PodDay(
        day,
        value,
        performance.sharpeRatio(),
        0, // hard stops are not what is asked
        0,
        performance.meanCalmar(),
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
            false, 3, 0.05, null, null, ExposureBasis.PER_ASSET, LifecycleState.PRODUCTION, null, null,
            null, 10));
  }

  /** One result per path. */
  static double[] simulate(int paths, int experiment, ToDoubleFunction<RandomGenerator> path) {
    return randoms(paths, experiment).mapToDouble(path).toArray();
  }

  /** A generator per path, so that it does not matter which core takes which path. */
  static Stream<RandomGenerator> randoms(int paths, int experiment) {
    SplittableRandom seeds = new SplittableRandom(SEED + experiment);
    List<RandomGenerator> randoms = new ArrayList<>();
    for (int p = 0; p < paths; p++) {
      randoms.add(seeds.split());
    }
    return randoms.parallelStream();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }

  static double share(double[] values, double atMost) {
    return Arrays.stream(values).filter(v -> v <= atMost).count() / (double) values.length;
  }

  static String name(Returns returns) {
    return returns.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
