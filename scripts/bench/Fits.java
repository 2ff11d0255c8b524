import io.podflow.api.Bar;
import io.podflow.domain.market.BarHistory;
import io.podflow.api.Timeframe;
import io.podflow.api.Strategy;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Model fits per second and core of the three strategies with models, with the parameters of
 * config/orchestrator-live.yaml, over the last year of a file of daily bars. CPU time of one thread,
 * the best of several rounds; one call is the features, one fit and one forecast.
 *
 * <p>Arguments: a CSV file of daily bars.
 */
class Fits {

  static final int DAYS = 365;
  static final int ROUNDS = 5;

  static final Map<String, Map<String, Object>> LIVE =
      Map.of(
          "ctrend",
          Map.of(
              "training_window", 68, "prediction_horizon", 12, "alpha", 0.6812, "vol_window", 24),
          "ctrend-x",
          Map.of(
              "training_window", 160, "prediction_horizon", 4, "n_estimators", 415, "max_depth", 3,
              "learning_rate", 0.419572578449225, "vol_window", 73),
          "gbtrend",
          Map.of(
              "training_window", 195, "prediction_horizon", 3, "n_estimators", 345, "max_depth", 4,
              "learning_rate", 0.06189707918754463, "vol_window", 102));

  public static void main(String[] arguments) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String name : List.of("ctrend", "ctrend-x", "gbtrend")) {
      Strategy strategy =
          StrategyCatalogue.load(Fits.class.getClassLoader())
              .create(name, LIVE.get(name), Timeframe.D1);
      double best = Double.POSITIVE_INFINITY;
      for (int round = 0; round < ROUNDS; round++) {
        long spent = 0;
        BarHistory history = new BarHistory(strategy.historyBars());
        for (int i = 1; i < lines.size(); i++) {
          history.append(bar(lines.get(i)));
          if (i >= lines.size() - DAYS) {
            long begun = threads.getCurrentThreadCpuTime();
            strategy.onClose(history);
            spent += threads.getCurrentThreadCpuTime() - begun;
          }
        }
        best = Math.min(best, spent / 1e9);
      }
      System.out.printf(
          Locale.ROOT, "%-9s %6.0f fits/s, %.2f ms each%n", name, DAYS / best, 1e3 * best / DAYS);
    }
  }

  static Bar bar(String line) {
    String[] f = line.split(",");
    return new Bar(
        0,
        Timeframe.D1,
        Instant.parse(f[0]).toEpochMilli() + Timeframe.D1.millis(),
        Double.parseDouble(f[1]),
        Double.parseDouble(f[2]),
        Double.parseDouble(f[3]),
        Double.parseDouble(f[4]),
        Double.parseDouble(f[5]));
  }
}
