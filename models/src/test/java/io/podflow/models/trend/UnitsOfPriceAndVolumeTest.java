package io.podflow.models.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.models.feature.FeatureSet;
import io.podflow.models.feature.FeatureUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The law of units over every strategy there is: a coin counted otherwise is the same coin. */
@Tag("EV6")
class UnitsOfPriceAndVolumeTest {

  private static final StrategyCatalogue ALL =
      StrategyCatalogue.load(UnitsOfPriceAndVolumeTest.class.getClassLoader());

  private static final int BARS = 230;
  private static final int ASKED = 4;

  private static Strategy strategy(String name) {
    Map<String, Object> parameters = new HashMap<>();
    ALL.provider(name)
        .parameters()
        .forEach(
            parameter -> {
              if (parameter.name().equals("n_estimators")) {
                parameters.put(parameter.name(), 40);
              }
              if (parameter.name().equals("training_window")) {
                parameters.put(parameter.name(), 90);
              }
            });
    return ALL.create(name, parameters, Timeframe.D1);
  }

  /**
   * A random walk on a grid: coarse ones make ties, of closes, of ranges, of features. Some bars
   * have no volume, and some stretches do not move.
   */
  private static List<Bar> market(long seed, int digits) {
    Random random = new Random(seed);
    double grid = Math.pow(10, 2 - digits);
    List<Bar> bars = new ArrayList<>();
    double close = 100;
    for (int i = 0; i < BARS; i++) {
      boolean still = random.nextInt(10) == 0;
      double open = close;
      close = still ? open : onGrid(open * (1 + 0.03 * random.nextGaussian()), grid, digits);
      double high =
          onGrid(Math.max(open, close) * (1 + 0.02 * random.nextDouble()) + grid, grid, digits);
      double low =
          Math.max(
              grid,
              onGrid(
                  Math.min(open, close) * (1 - 0.02 * random.nextDouble()) - grid, grid, digits));
      double volume = random.nextInt(15) == 0 ? 0 : random.nextInt(1, 5_000) / 8.0;
      long time = (i + 20_000) * Timeframe.D1.millis();
      bars.add(
          new Bar(
              0,
              Timeframe.D1,
              time,
              open,
              high,
              Math.min(low, Math.min(open, close)),
              close,
              volume));
    }
    return bars;
  }

  /** The nearest decimal of the grid, as it would be read from a file. */
  private static double onGrid(double price, double grid, int digits) {
    return Double.parseDouble(
        "%.{d}f"
            .replace("{d}", Integer.toString(Math.max(0, digits - 2)))
            .formatted(Math.rint(price / grid) * grid));
  }

  private static UnaryOperator<Bar> times(double price, double volume) {
    return b ->
        new Bar(
            b.symbol(),
            b.timeframe(),
            b.closeTime(),
            b.open() * price,
            b.high() * price,
            b.low() * price,
            b.close() * price,
            b.volume() * volume);
  }

  private static List<Signal> signals(String name, List<Bar> bars, UnaryOperator<Bar> unit) {
    Strategy strategy = strategy(name);
    BarHistory history = new BarHistory(strategy.historyBars());
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      history.append(unit.apply(bars.get(i)));
      if (i >= bars.size() - ASKED) {
        signals.add(strategy.onClose(history));
      }
    }
    return signals;
  }

  @Property(tries = 25)
  void pricesTimesAPowerOfTwoChangeNoBit(
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 2, max = 8) int digits,
      @ForAll @IntRange(min = -40, max = 40) int power) {
    List<Bar> bars = market(seed, digits);
    for (String name : ALL.names()) {
      assertThat(signals(name, bars, times(Math.scalb(1.0, power), 1)))
          .as(name)
          .isEqualTo(signals(name, bars, UnaryOperator.identity()));
    }
  }

  @Property(tries = 40)
  void anotherUnitChangesNoSign(
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 2, max = 8) int digits) {
    List<Bar> bars = market(seed, digits);
    for (String name : ALL.names()) {
      List<Signal> expected = signals(name, bars, UnaryOperator.identity());
      for (UnaryOperator<Bar> unit :
          List.of(times(1_000, 1), times(1e-6, 1), times(1, 1_000), times(1e-6, 1_000))) {
        List<Signal> signals = signals(name, bars, unit);
        for (int i = 0; i < expected.size(); i++) {
          double value = expected.get(i).value();
          assertThat(signals.get(i).reason()).as(name).isEqualTo(expected.get(i).reason());
          assertThat(Math.signum(signals.get(i).value())).as(name).isEqualTo(Math.signum(value));
          assertThat(signals.get(i).value())
              .as(name)
              .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        }
      }
    }
  }

  @Property(tries = 40)
  void everyRelativeFeatureIsFreeOfUnits(
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 2, max = 8) int digits) {
    List<Bar> bars = market(seed, digits);
    for (FeatureSet set : FeatureSet.values()) {
      double[][] expected = columns(set, bars, UnaryOperator.identity());
      double[][] scaled = columns(set, bars, times(1e-6, 1_000));
      for (int j = 0; j < expected.length; j++) {
        for (int i = 0; i < BARS; i++) {
          double value = expected[j][i];
          if (Double.isNaN(value)) {
            assertThat(scaled[j][i]).isNaN();
          } else {
            assertThat(scaled[j][i])
                .as("%s of bar %s", set.names().get(j), i)
                .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
          }
        }
      }
    }
  }

  private static double[][] columns(FeatureSet set, List<Bar> bars, UnaryOperator<Bar> unit) {
    BarHistory history = new BarHistory(BarHistory.MAX_BARS);
    bars.forEach(bar -> history.append(unit.apply(bar)));
    return set.columns(history, BARS, FeatureUnits.RELATIVE);
  }
}
