package io.podflow.config.check;

import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.SelectorSettings;
import java.util.ArrayList;
import java.util.List;

/** Warns about a selector that is valid but can never make a transition that its keys configure. */
final class SelectorWarnings {

  private final SelectorSettings selector;
  private final String path;
  private final List<String> lines = new ArrayList<>();

  private SelectorWarnings(SelectorSettings selector, String path) {
    this.selector = selector;
    this.path = path;
  }

  /**
   * @param path of the pod's selector
   */
  static List<String> of(PodSettings pod, String path) {
    SelectorSettings selector = pod.assetSelector();
    if (selector == null || !selector.enabled()) {
      return List.of();
    }
    SelectorWarnings warnings = new SelectorWarnings(selector, path);
    warnings.nobodyCanLeave(pod.symbols().size());
    warnings.confirmations();
    return warnings.lines;
  }

  private void nobodyCanLeave(int symbols) {
    if (selector.minActiveAssets() >= symbols) {
      lines.add(
          path
              + ".min_active_assets: with a floor of "
              + selector.minActiveAssets()
              + " and "
              + symbols
              + " symbols no asset can ever leave");
    }
  }

  private void confirmations() {
    SelectorSettings defaults = SelectorSettings.FOR_DISPLAY;
    int include = selector.includeConfirmationBars();
    int exclude = selector.excludeConfirmationBars();
    boolean ramp = selector.rampSteps() != defaults.rampSteps();
    if (ramp || include != defaults.includeConfirmationBars()) {
      confirmationsFit(include, "include", "recovery");
    }
    if (ramp || exclude != defaults.excludeConfirmationBars()) {
      confirmationsFit(exclude, "exclude", "a relapse");
    }
  }

  /**
   * Decision PO5: more confirming bars than a ramp has bars can never turn the ramp. The defaults
   * are such a case on purpose, and give no warning: a ramp of three bars ends before a turn could
   * be confirmed.
   */
  private void confirmationsFit(int bars, String key, String turn) {
    int room = Math.max(1, selector.rampSteps() - 1);
    if (bars > room) {
      lines.add(
          path
              + "."
              + key
              + "_confirmation_bars: "
              + turn
              + " inside a ramp can never happen, because "
              + bars
              + " bars are more than max(1, ramp_steps - 1) = "
              + room);
    }
  }
}
