package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

@Tag("J1")
class BarHistoryProperties {

  @Property(tries = 200)
  void keepsTheNewestBarsInOrder(
      @ForAll @IntRange(min = 1, max = 70) int capacity,
      @ForAll @IntRange(max = 300) int appended) {
    BarHistory history = new BarHistory(capacity);
    for (int i = 0; i < appended; i++) {
      history.append(new Bar(0, Timeframe.D1, i, i + 0.1, i + 0.2, i + 0.3, i + 0.4, i + 0.5));
    }
    assertThat(history.size()).isEqualTo(Math.min(capacity, appended));
    for (int ago = 0; ago < history.size(); ago++) {
      int bar = appended - 1 - ago;
      assertThat(history.open(ago)).isEqualTo(bar + 0.1);
      assertThat(history.high(ago)).isEqualTo(bar + 0.2);
      assertThat(history.low(ago)).isEqualTo(bar + 0.3);
      assertThat(history.close(ago)).isEqualTo(bar + 0.4);
      assertThat(history.volume(ago)).isEqualTo(bar + 0.5);
    }
  }

  @Example
  void rejectsACapacityOutOfBounds() {
    assertThatThrownBy(() -> new BarHistory(0)).hasMessageContaining("expected: 1 to 1000");
    assertThatThrownBy(() -> new BarHistory(1_001)).hasMessageContaining("history of 1001 bars");
  }
}
