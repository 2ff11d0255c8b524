package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.PodSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a close brings to the pod's own account: returns, flat costs, funding (AC1, EV7). */
final class AccountStep {

  private final PodSettings settings;
  private final double costRate;
  private final PodFunding funding;

  /**
   * @param costRate flat costs, a fraction of what is turned over
   */
  AccountStep(PodSettings settings, double costRate, PodFunding funding) {
    this.settings = settings;
    this.costRate = costRate;
    this.funding = funding;
  }

  /**
   * Books a close.
   *
   * @return the report of the UTC day that the close ends; null where it ends none
   */
  @Nullable DayReport account(PodState state, Snapshot now, long closeTime, List<Event> events) {
    double periodReturn = -costRate * state.turnover;
    for (int i = 0; i < state.targets.length; i++) {
      if (state.targets[i] != 0 && now.present()[i]) {
        periodReturn += state.targets[i] * now.periodReturn()[i];
      }
    }
    double paid = funding.charge(state, now, closeTime);
    periodReturn -= paid;
    state.dayFunding += paid;
    if (PodAccount.earn(state, periodReturn)) {
      events.add(PodEvents.ruined(settings, closeTime, periodReturn));
    }
    return UtcDays.endsDay(closeTime) ? PodAccount.endDay(state) : null;
  }
}
