package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CrossingTest {

  @Test
  @Tag("L7")
  void theSmallerSideCrossesInFullAndTheLargerInProportion() {
    Crossing crossing = Crossing.of(new double[] {6, -3, 2, 0, -1});
    assertThat(crossing.net()).isEqualTo(4);
    assertThat(crossing.volume()).isEqualTo(4);
    assertThat(crossing.crossed()).containsExactly(3, -3, 1, 0, -1);
  }

  @Test
  @Tag("L7")
  void nothingCrossesOnOneSide() {
    Crossing crossing = Crossing.of(new double[] {-6, 0, -2});
    assertThat(crossing.net()).isEqualTo(-8);
    assertThat(crossing.volume()).isZero();
    assertThat(crossing.crossed()).containsExactly(0, 0, 0);
  }

  @Property(tries = 200)
  @net.jqwik.api.Tag("L7")
  void crossedPartsCancelAndNeverExceedTheChange(@ForAll("changes") double[] changes) {
    Crossing crossing = Crossing.of(changes);
    double size = Arrays.stream(changes).map(Math::abs).sum();
    assertThat(Arrays.stream(crossing.crossed()).sum()).isCloseTo(0, within(1e-12 * size));
    assertThat(crossing.net()).isCloseTo(Arrays.stream(changes).sum(), within(1e-12 * size));
    for (int p = 0; p < changes.length; p++) {
      double sent = changes[p] - crossing.crossed()[p];
      assertThat(Math.abs(crossing.crossed()[p])).isLessThanOrEqualTo(Math.abs(changes[p]));
      assertThat(crossing.crossed()[p] * changes[p]).isGreaterThanOrEqualTo(0);
      assertThat(sent * crossing.net()).isGreaterThanOrEqualTo(0);
    }
  }

  @Provide
  Arbitrary<double[]> changes() {
    return Arbitraries.doubles().between(-1e6, 1e6).ofScale(6).array(double[].class).ofMaxSize(8);
  }
}
