package io.podflow.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThinningTest {

  @Test
  void shortSeriesStayWhole() {
    assertThat(Thinning.keep(5, new double[] {1, 2, 3, 4, 5})).containsExactly(0, 1, 2, 3, 4);
    assertThat(Thinning.keep(5)).isEmpty();
  }

  @Test
  void extremesOfEverySeriesStay() {
    double[] up = new double[100_000];
    double[] flat = new double[100_000];
    for (int i = 0; i < up.length; i++) {
      up[i] = i;
    }
    up[31_234] = -5;
    flat[77_831] = 9;
    int[] kept = Thinning.keep(4000, up, flat);
    assertThat(kept).contains(0, 31_234, 77_831, 99_999).isSorted().doesNotHaveDuplicates();
    assertThat(kept.length).isBetween(1000, 4000);
  }
}
