package io.podflow.domain.selection;

import io.podflow.domain.settings.SelectorSettings;
import java.util.Arrays;

/** The machines of one pod, moved on bar by bar with figures that the test makes up. */
final class SelectorRun {

  static final double LOW = 0.10;
  static final double MIDDLE = 0.30;
  static final double HIGH = 0.70;

  final SelectorSettings settings;
  final SelectorState[] machines;
  final boolean[] present;
  final int[] returnCounts;
  final double[] sharpe;
  final double[] maxDrawdown;
  MovedBy[] moved = {};
  private final AssetSelector selector;

  SelectorRun(SelectorSettings settings, int symbols) {
    this.settings = settings;
    this.selector = new AssetSelector(settings);
    this.machines = new SelectorState[symbols];
    this.present = new boolean[symbols];
    this.returnCounts = new int[symbols];
    this.sharpe = new double[symbols];
    this.maxDrawdown = new double[symbols];
    Arrays.fill(machines, SelectorState.initial(settings.rampSteps()));
    nothingHard();
  }

  /** Every symbol has a bar, enough returns, and harmless figures. */
  void nothingHard() {
    Arrays.fill(present, true);
    Arrays.fill(returnCounts, 60);
    Arrays.fill(sharpe, 0);
    Arrays.fill(maxDrawdown, 0);
  }

  /** Makes the figures of one symbol demand its exclusion at the bars to come. */
  SelectorRun hard(int symbol) {
    sharpe[symbol] = -1.5;
    maxDrawdown[symbol] = 0.2;
    return this;
  }

  /** One bar with these scores. */
  void bar(double... scores) {
    moved = selector.step(machines, present, returnCounts, scores, sharpe, maxDrawdown);
  }

  /** Bars with one score for the first symbol and a high one for the others. */
  void first(int bars, double score) {
    double[] scores = new double[machines.length];
    Arrays.fill(scores, HIGH);
    scores[0] = score;
    for (int i = 0; i < bars; i++) {
      bar(scores);
    }
  }

  AssetState state(int symbol) {
    return machines[symbol].state();
  }

  double multiplier(int symbol) {
    return machines[symbol].multiplier(settings.rampSteps());
  }

  /** State and level of the first symbol, as {@code RE_ENTRY 2}. */
  String where() {
    return machines[0].state() + " " + machines[0].level();
  }
}
