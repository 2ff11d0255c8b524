package io.podflow.savepoints.botstate;

import io.podflow.domain.lifecycle.PodLife;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.LifecycleState;
import java.util.Locale;

/** The lifecycle of a pod and what its monitors remember. */
final class ImportedLife {

  private static final int MONTH_DAYS = 30;

  private ImportedLife() {}

  /**
   * Fills in what is known.
   *
   * @param returns daily, oldest first
   * @param liveDays returns so far, those that are not kept included
   * @param day UTC day of the last close
   */
  static void fill(PodLife life, Field pod, Field block, double[] returns, int liveDays, long day)
      throws BotStateException {
    String text = pod.at("state").text();
    if (text != null) {
      life.state = state(pod, text);
    }
    life.returnCount = liveDays;
    if (liveDays == 0) {
      return;
    }
    life.firstDay = day - liveDays + 1;
    String entered = block.at("state_entered_at").text();
    Long at = Times.millis(entered);
    life.enteredDay = at == null ? day : UtcDays.dayOf(at);
    if (at == null) {
      block.mapping().lost(block.shown() + ".state_entered_at: missing; the state begins now");
    }
    for (double each : returns) {
      life.returns.add(each);
      life.monitors.performance.add(each);
      boolean atPeak = life.monitors.performance.index >= life.monitors.performance.peak;
      life.monitors.daysBelowPeak = atPeak ? 0 : life.monitors.daysBelowPeak + 1;
      if (each != 0) {
        life.moved.add(each);
      }
    }
    detector(life, block.at("ph_detector"));
    months(life, block, returns, liveDays);
    for (String monitor : new String[] {"gbm_monitor", "dist_detector", "ransac_detector"}) {
      block.at(monitor).derived("rebuilt from the daily returns");
    }
  }

  private static void detector(PodLife life, Field field) {
    life.detector.count = field.at("n").count(life.detector.count);
    life.detector.mean = field.at("x_mean").number(life.detector.mean);
    life.detector.sum = field.at("m_t").number(life.detector.sum);
    life.detector.least = Math.min(life.detector.sum, field.at("m_min").number(0));
  }

  private static void months(PodLife life, Field block, double[] returns, int liveDays) {
    life.lossMonths.inARow = block.at("consecutive_loss_months").count(0);
    block.at("last_monthly_check_day").derived("blocks of 30 days from the pod's first day");
    life.lossMonths.month = liveDays / MONTH_DAYS;
    int running = Math.min(returns.length, liveDays % MONTH_DAYS);
    for (int i = returns.length - running; i < returns.length; i++) {
      life.lossMonths.growth *= 1 + returns[i];
    }
  }

  private static LifecycleState state(Field pod, String text) throws BotStateException {
    try {
      return LifecycleState.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BotStateException(
          pod.shown()
              + ".state: '"
              + text
              + "' (expected: incubation, production, warning, probation or retired)");
    }
  }
}
