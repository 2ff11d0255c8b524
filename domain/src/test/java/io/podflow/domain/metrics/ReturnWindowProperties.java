package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Tag("B2")
class ReturnWindowProperties {

  @Property(tries = 200)
  void keepsTheLastReturnsInOrder(
      @ForAll @IntRange(min = 1, max = 40) int capacity,
      @ForAll @IntRange(max = 50) int lookback,
      @ForAll @Size(max = 150) List<@DoubleRange(min = -0.5, max = 0.5) Double> returns) {
    ReturnWindow window = new ReturnWindow(capacity);
    returns.forEach(window::add);

    double[] kept = newest(returns, capacity);
    assertThat(window.size()).isEqualTo(kept.length);
    for (int i = 0; i < kept.length; i++) {
      assertThat(window.get(i)).isEqualTo(kept[i]);
    }
    assertThat(window.last(lookback)).isEqualTo(newest(returns, Math.min(lookback, capacity)));
  }

  @Property(tries = 200)
  void aWindowThatHasToKeepMoreLosesNothingFromThenOn(
      @ForAll @IntRange(min = 1, max = 40) int before,
      @ForAll @IntRange(min = 1, max = 80) int after,
      @ForAll @Size(max = 100) List<@DoubleRange(min = -0.5, max = 0.5) Double> first,
      @ForAll @Size(max = 100) List<@DoubleRange(min = -0.5, max = 0.5) Double> second) {
    ReturnWindow window = new ReturnWindow(before);
    first.forEach(window::add);
    window.keep(after);
    second.forEach(window::add);
    List<Double> known =
        new ArrayList<>(first.subList(Math.max(0, first.size() - before), first.size()));
    known.addAll(second);
    double[] expected = newest(known, Math.max(before, after));
    assertThat(window.last(expected.length)).isEqualTo(expected);
    assertThat(window.size()).isEqualTo(expected.length);
  }

  @Property(tries = 200)
  void metricsSeeOnlyTheLookback(
      @ForAll @IntRange(min = 1, max = 40) int lookback,
      @ForAll @Size(max = 150) List<@DoubleRange(min = -0.5, max = 0.5) Double> returns) {
    ReturnWindow window = new ReturnWindow(40);
    returns.forEach(window::add);
    ReturnWindow alone = new ReturnWindow(40);
    for (double value : newest(returns, lookback)) {
      alone.add(value);
    }

    assertThat(ReturnMetrics.sharpe(window, lookback, 365))
        .isEqualTo(ReturnMetrics.sharpe(alone, 40, 365));
    assertThat(ReturnMetrics.cumulativeReturn(window, lookback))
        .isEqualTo(ReturnMetrics.cumulativeReturn(alone, 40));
    assertThat(ReturnMetrics.maxDrawdown(window, lookback))
        .isEqualTo(ReturnMetrics.maxDrawdown(alone, 40));
  }

  @Example
  void refusesWhatItDoesNotHold() {
    ReturnWindow window = new ReturnWindow(3);
    window.add(0.1);

    assertThatThrownBy(() -> window.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new ReturnWindow(0)).hasMessageContaining("window of 0 returns");
  }

  private static double[] newest(List<Double> returns, int n) {
    return returns.stream()
        .skip(Math.max(0, returns.size() - n))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
