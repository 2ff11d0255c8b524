package io.podflow.domain.lifecycle;

import static io.podflow.domain.metrics.Thresholds.reaches;
import static io.podflow.domain.metrics.Thresholds.text;

import io.podflow.domain.settings.PodSettings;
import java.util.List;

/**
 * The pod's own drawdown against {@code drawdown_warning} and {@code max_drawdown} (decision AC6):
 * an alert when either is crossed, in either direction. What it does to a pod's state is not said
 * here but by {@code retirement}.
 */
final class DrawdownAlert {

  private final double warning;
  private final double critical;

  DrawdownAlert(PodSettings pod) {
    this.warning = pod.drawdownWarning();
    this.critical = pod.maxDrawdown();
  }

  void check(PodLife life, PodDay day, List<PodAlert> alerts) {
    AlertLevel level = level(day.currentDrawdown());
    if (level != life.drawdownLevel) {
      life.drawdownLevel = level;
      alerts.add(new PodAlert(level, message(level, day.currentDrawdown())));
    }
  }

  private AlertLevel level(double drawdown) {
    if (reaches(drawdown, critical)) {
      return AlertLevel.CRITICAL;
    }
    return reaches(drawdown, warning) ? AlertLevel.WARNING : AlertLevel.NORMAL;
  }

  private String message(AlertLevel level, double drawdown) {
    return switch (level) {
      case NORMAL -> "drawdown " + text(drawdown) + " is below drawdown_warning " + warning;
      case WARNING ->
          "drawdown "
              + text(drawdown)
              + " is between drawdown_warning "
              + warning
              + " and max_drawdown "
              + critical;
      case CRITICAL -> "drawdown " + text(drawdown) + " has reached max_drawdown " + critical;
    };
  }
}
