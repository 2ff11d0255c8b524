package io.podflow.domain.lifecycle;

import static io.podflow.domain.settings.LifecycleState.INCUBATION;
import static io.podflow.domain.settings.LifecycleState.PROBATION;
import static io.podflow.domain.settings.LifecycleState.PRODUCTION;
import static io.podflow.domain.settings.LifecycleState.RETIRED;
import static io.podflow.domain.settings.LifecycleState.WARNING;

import io.podflow.domain.settings.LifecycleState;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every way from one state to another (requirement L3). The first row of the pod's state whose
 * condition holds is taken, one a day; without one the pod stays. RETIRED has no row.
 */
final class TransitionTable {

  private static final List<Row> ROWS =
      List.of(
          new Row(INCUBATION, Condition.RUINED, RETIRED),
          new Row(INCUBATION, Condition.DRAWDOWN_BREACHED, RETIRED),
          new Row(INCUBATION, Condition.LOSS_MONTHS_REACHED, RETIRED),
          new Row(INCUBATION, Condition.GRADUATES, PRODUCTION),
          new Row(INCUBATION, Condition.INCUBATION_OVER, RETIRED),
          new Row(PRODUCTION, Condition.RUINED, RETIRED),
          new Row(PRODUCTION, Condition.DRAWDOWN_BREACHED, RETIRED),
          new Row(PRODUCTION, Condition.LOSS_MONTHS_REACHED, RETIRED),
          new Row(PRODUCTION, Condition.ALL_EXCLUDED, WARNING),
          new Row(PRODUCTION, Condition.DEGRADED, WARNING),
          new Row(WARNING, Condition.RUINED, RETIRED),
          new Row(WARNING, Condition.DRAWDOWN_BREACHED, RETIRED),
          new Row(WARNING, Condition.LOSS_MONTHS_REACHED, RETIRED),
          new Row(WARNING, Condition.BELOW_SHARPE_FLOOR, PROBATION),
          new Row(WARNING, Condition.RECOVERED, PRODUCTION),
          new Row(WARNING, Condition.WARNING_OVER, PROBATION),
          new Row(PROBATION, Condition.RUINED, RETIRED),
          new Row(PROBATION, Condition.DRAWDOWN_BREACHED, RETIRED),
          new Row(PROBATION, Condition.LOSS_MONTHS_REACHED, RETIRED),
          new Row(PROBATION, Condition.REHABILITATED, PRODUCTION),
          new Row(PROBATION, Condition.PROBATION_OVER, RETIRED));

  /** One way out of a state. */
  record Row(LifecycleState from, Condition condition, LifecycleState to) {}

  private TransitionTable() {}

  /** The row that a pod takes, null when it stays. */
  static @Nullable Row first(LifecycleState state, Predicate<Condition> holds) {
    for (Row row : ROWS) {
      if (row.from() == state && holds.test(row.condition())) {
        return row;
      }
    }
    return null;
  }
}
