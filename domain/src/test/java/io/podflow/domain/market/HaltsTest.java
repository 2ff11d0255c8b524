package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV2")
class HaltsTest {

  @Test
  void countsBarsWithTheSameCloseAndNoVolume() {
    assertThat(Halts.stillBars(0, Double.NaN, 7, 0)).as("the first bar").isEqualTo(1);
    assertThat(Halts.stillBars(1, 7, 7, 0)).isEqualTo(2);
    assertThat(Halts.stillBars(2, 7, 7, Double.NaN)).as("no volume known").isEqualTo(3);
    assertThat(Halts.stillBars(3, 7, 7.5, 0)).as("another close").isEqualTo(1);
    assertThat(Halts.stillBars(4, 7, 7, 0.1)).as("a trade").isZero();
    assertThat(Halts.stillBars(0, 7, 7, 0)).as("after a trade at the same price").isEqualTo(1);
  }

  @Test
  void theFifthIsAHalt() {
    assertThat(Halts.isHalt(4)).isFalse();
    assertThat(Halts.isHalt(5)).isTrue();
    assertThat(Halts.isHalt(6)).isTrue();
    assertThat(Halts.begins(5)).isTrue();
    assertThat(Halts.begins(6)).isFalse();
  }
}
