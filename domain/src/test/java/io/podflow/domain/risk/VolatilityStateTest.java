package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV4")
class VolatilityStateTest {

  @Test
  void daysWithoutAnyCloseLeaveAGap() {
    VolatilityState state = new VolatilityState(2);
    state.add(100, new double[] {1, 2});
    state.add(103, new double[] {4, Double.NaN});
    assertThat(state.bySymbol[0]).containsExactly(1, Double.NaN, Double.NaN, 4);
    assertThat(state.bySymbol[1]).containsExactly(2, Double.NaN, Double.NaN, Double.NaN);
    assertThat(state.day).isEqualTo(103);
  }

  @Test
  void theOldestDaysAreForgotten() {
    VolatilityState state = new VolatilityState(1);
    for (int day = 0; day < VolatilityState.CAPACITY + 5; day++) {
      state.add(day, new double[] {day});
    }
    assertThat(state.days()).isEqualTo(VolatilityState.CAPACITY);
    assertThat(state.bySymbol[0][0]).isEqualTo(5);
    state.add(10_000, new double[] {7});
    assertThat(state.days()).isEqualTo(VolatilityState.CAPACITY);
    assertThat(state.bySymbol[0]).endsWith(Double.NaN, 7).doesNotContain(5);
  }

  @Test
  void aSymbolThatComesLaterHasNoPast() {
    VolatilityState state = new VolatilityState(1);
    state.add(1, new double[] {1});
    state.add(2, new double[] {2});
    state.grow(2);
    state.add(3, new double[] {3, 30});
    assertThat(state.bySymbol[0]).containsExactly(1, 2, 3);
    assertThat(state.bySymbol[1]).containsExactly(Double.NaN, Double.NaN, 30);
  }

  @Test
  void stateOfBeforeBeginsLate() {
    VolatilityState read = new VolatilityState();
    assertThat(read.isMissing()).isTrue();
    VolatilityState late = VolatilityState.beginningLate(3);
    assertThat(late.isMissing()).isFalse();
    assertThat(late.beginsLate).isTrue();
    assertThat(late.scale).isEqualTo(1);
    assertThat(new VolatilityState(3).beginsLate).isFalse();
  }
}
