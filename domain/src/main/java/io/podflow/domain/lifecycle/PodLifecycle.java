package io.podflow.domain.lifecycle;

import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.RetirementSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pod at the end of a UTC day (requirement L3, decision AC2): count the day, take a row of the
 * {@link TransitionTable} if one applies, report what has changed. A pure step over {@link
 * PodLife}; time is the day that it is told.
 */
public final class PodLifecycle {

  private final DegradationDetector detector;
  private final Conditions conditions;
  private final DrawdownAlert drawdownAlert;
  private final boolean moves;

  public PodLifecycle(
      GraduationSettings graduation,
      RetirementSettings retirement,
      PageHinkleySettings pageHinkley,
      PodSettings pod) {
    this(graduation, retirement, pageHinkley, pod, true);
  }

  /**
   * @param moves whether anything is made of the days; else the pod is only counted and reported
   *     on, and stays in its state until it is ruined (decisions EV5, RU1)
   */
  public PodLifecycle(
      GraduationSettings graduation,
      RetirementSettings retirement,
      PageHinkleySettings pageHinkley,
      PodSettings pod,
      boolean moves) {
    this.moves = moves;
    this.detector = new DegradationDetector(pageHinkley);
    this.conditions = new Conditions(graduation, retirement, detector, pod);
    this.drawdownAlert = new DrawdownAlert(pod);
  }

  /** A pod without a day; its clock starts with its first daily return. */
  public PodLife initialState(LifecycleState state) {
    PodLife life = new PodLife();
    life.state = state;
    life.detector = detector.fresh();
    return life;
  }

  /**
   * One UTC day, to be called for every day in order. Before the first daily return nothing
   * happens; after it, a day without one still counts for time limits and months. Nothing happens
   * to a RETIRED pod.
   */
  public LifecycleOutcome onDay(PodLife life, PodDay day) {
    if (!life.state.isActive() || !(life.hasBegun() || day.hasReturn())) {
      return LifecycleOutcome.idle(life);
    }
    count(life, day);
    List<PodAlert> alerts = new ArrayList<>();
    MonitorReport monitors = MonitorReport.NONE;
    if (day.hasReturn()) {
      drawdownAlert.check(life, day, alerts);
      monitors = Monitors.check(life.monitors, life.returns, alerts);
    }
    LifecycleState before = life.state;
    double score = life.detector.score();
    TransitionTable.Row row =
        TransitionTable.first(
            before, condition -> mayMove(condition) && conditions.holds(condition, life, day));
    String reason = row == null ? "" : Reasons.of(row.condition(), life, day);
    enter(life, row, day);
    return new LifecycleOutcome(before, life.state, reason, score, alerts, monitors);
  }

  /** Ruin retires a pod whose lifecycle is off, too. */
  private boolean mayMove(Condition condition) {
    return moves || condition == Condition.RUINED;
  }

  private void count(PodLife life, PodDay day) {
    if (!life.hasBegun()) {
      life.firstDay = day.day();
      life.enteredDay = day.day() - 1;
    }
    if (day.hasReturn()) {
      life.returnCount++;
      life.returns.add(day.dailyReturn());
      life.monitors.add(day.dailyReturn());
      detector.feed(life.detector, life.moved, day.dailyReturn());
    }
    life.lossMonths.add(day.day() - life.firstDay, day.dailyReturn());
  }

  /** Restarts the state's clock, and the detector on return to PRODUCTION (decision AC5). */
  private void enter(PodLife life, TransitionTable.@Nullable Row row, PodDay day) {
    if (row == null) {
      return;
    }
    life.state = row.to();
    life.enteredDay = day.day();
    if (row.to() == LifecycleState.PRODUCTION && row.from() != LifecycleState.INCUBATION) {
      life.detector = detector.fresh();
    }
  }
}
