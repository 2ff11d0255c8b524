package io.podflow.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.chaos.fault.FaultKind;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final List<List<FaultKind>> FAULTS =
      List.of(
          List.of(FaultKind.BROKER),
          List.of(FaultKind.TASK_MANAGER),
          List.of(FaultKind.EXCHANGE, FaultKind.FULL_DISK));
  private static final List<Long> CLOSES =
      LongStream.range(0, Plan.closesFor(12)).map(i -> i * 1_000).boxed().toList();
  private static final List<Long> WITH_ORDERS =
      CLOSES.stream().filter(close -> close % 3_000 == 0).toList();

  @Test
  void theSameSeedMakesTheSamePlan() {
    assertThat(plan(7)).isEqualTo(plan(7)).isNotEqualTo(plan(8));
  }

  @Test
  void everyFaultComesAsOftenAsAskedForAndApart() {
    List<Moment> moments = plan(7).moments();
    assertThat(moments).hasSize(12);
    for (String name : List.of("broker", "task-manager", "exchange+full-disk")) {
      assertThat(moments).filteredOn(moment -> moment.faults().equals(name)).hasSize(4);
    }
    for (int i = 1; i < moments.size(); i++) {
      int apart =
          CLOSES.indexOf(moments.get(i).close()) - CLOSES.indexOf(moments.get(i - 1).close());
      assertThat(apart).isGreaterThanOrEqualTo(Plan.LEAST_GAP);
    }
  }

  @Test
  void everyMomentHasOrdersToWaitFor() {
    assertThat(plan(7).moments()).extracting(Moment::close).isSubsetOf(WITH_ORDERS);
  }

  @Test
  void aPairIsStruckOneAfterTheOther() {
    for (Moment moment : plan(7).moments()) {
      assertThat(moment.strikes().get(0).afterMillis()).isZero();
      assertThat(moment.strikes())
          .extracting(Strike::seed)
          .as("each has its own draws")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void tooFewClosesAreRefused() {
    assertThatThrownBy(() -> Plan.of(7, FAULTS, 4, CLOSES.subList(0, 30), WITH_ORDERS))
        .hasMessage("30 closes are not enough for 12 moments with orders in flight");
  }

  private static Plan plan(long seed) {
    return Plan.of(seed, FAULTS, 4, CLOSES, WITH_ORDERS);
  }
}
