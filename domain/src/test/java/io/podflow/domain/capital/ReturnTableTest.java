package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FP14")
class ReturnTableTest {

  private static ReturnTable of(double[]... returns) {
    PodCapital pod = new PodCapital(0.5, 0, 1, LifecycleState.PRODUCTION, 90, 0);
    List<PodCapital> pods = Collections.nCopies(returns.length, pod);
    return ReturnTable.of(pods, returns, 60, VolatilityFloor.OFF);
  }

  @Test
  void beforeTheFirstReturnThereIsNoDayAndEveryPodTakesPart() {
    double[] none = new double[5];
    Arrays.fill(none, Double.NaN);
    ReturnTable table = of(none, none.clone());
    assertThat(table.days()).isZero();
    assertThat(table.pods()).containsExactly(0, 1);
  }

  @Test
  void twoReturnsHaveADeviationAndOneHasNone() {
    assertThat(of(new double[] {0.01, 0.03}).deviations()[0])
        .isCloseTo(0.01 * Math.sqrt(2), within(1e-15));
    assertThat(of(new double[] {0.01}).deviations()[0]).isNaN();
  }
}
