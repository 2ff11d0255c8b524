package io.podflow.domain.selection;

import io.podflow.domain.settings.SelectorSettings;

/**
 * What becomes of one symbol at one close, a rule per state (requirements B4 to B9).
 *
 * <pre>
 * state            counts   at the count                   otherwise
 * ACTIVE           low      UNDERPERFORMING, down 1 *      stays
 * UNDERPERFORMING  high     RE_ENTRY, up 1                 down 1; at 0 COOLDOWN
 * COOLDOWN         high **  RE_ENTRY, up 1 ***             stays
 * RE_ENTRY         low      UNDERPERFORMING, down 1 *      up 1; at ramp_steps ACTIVE
 *
 * *   only if the floor allows it; refused, the count starts over and the bar goes on as otherwise
 * **  from min_exclusion_bars on
 * *** at the first such bar that meets no test for leaving at once (decision EV1)
 * </pre>
 *
 * A bar that turns does nothing else: the end of the ramp is noticed on the bar after.
 */
final class TransitionRules {

  /** A score that equals its threshold on paper is neither low nor high (decision PO4). */
  private static final double TOLERANCE = 1e-12;

  private final SelectorSettings settings;

  TransitionRules(SelectorSettings settings) {
    this.settings = settings;
  }

  /**
   * The rule of the machine's state.
   *
   * @param mayLeave whether the floor allows this symbol to leave (requirement B10)
   * @param unfit whether the figures of this bar alone would take the symbol out: then it does not
   *     come back (decision EV1)
   */
  SelectorState next(SelectorState machine, double score, boolean mayLeave, boolean unfit) {
    return switch (machine.state()) {
      case ACTIVE -> active(machine, low(score), mayLeave);
      case UNDERPERFORMING -> underperforming(machine, high(score));
      case COOLDOWN -> cooldown(machine, high(score), unfit);
      case RE_ENTRY -> reEntry(machine, low(score), mayLeave);
    };
  }

  /** Whether the figures alone demand that the symbol leaves at once (requirement B8). */
  boolean demandExclusion(int returnCount, double sharpe, double maxDrawdown) {
    return returnCount >= CompositeScore.MIN_RETURNS
        && sharpe < settings.hardExcludeSharpe() - TOLERANCE
        && maxDrawdown > settings.hardExcludeDrawdown() + TOLERANCE;
  }

  /** Whether this bar completes the run of low scores after which the symbol is to leave. */
  boolean demandDeparture(SelectorState machine, double score) {
    return machine.state().upholdsFloor()
        && low(score)
        && machine.confirmation() + 1 >= settings.excludeConfirmationBars();
  }

  private SelectorState active(SelectorState machine, boolean low, boolean mayLeave) {
    int run = low ? machine.confirmation() + 1 : 0;
    if (run < settings.excludeConfirmationBars()) {
      return machine.confirms(run);
    }
    return mayLeave ? turnsDown(machine) : machine.confirms(0);
  }

  private SelectorState underperforming(SelectorState machine, boolean high) {
    int run = high ? machine.confirmation() + 1 : 0;
    if (run >= settings.includeConfirmationBars()) {
      return turnsUp(machine);
    }
    int level = down(machine.level());
    return level == 0 ? machine.coolsDown() : machine.confirms(run).moves(level);
  }

  private SelectorState cooldown(SelectorState machine, boolean high, boolean unfit) {
    SelectorState waiting = machine.waits(machine.cooldown() + 1);
    if (waiting.cooldown() < settings.minExclusionBars()) {
      return waiting;
    }
    int run = high ? machine.confirmation() + 1 : 0;
    return run < settings.includeConfirmationBars() || unfit
        ? waiting.confirms(run)
        : turnsUp(waiting);
  }

  private SelectorState reEntry(SelectorState machine, boolean low, boolean mayLeave) {
    int run = low ? machine.confirmation() + 1 : 0;
    boolean confirmed = run >= settings.excludeConfirmationBars();
    if (confirmed && mayLeave) {
      return turnsDown(machine);
    }
    int level = up(machine.level());
    return level == settings.rampSteps()
        ? machine.enters(AssetState.ACTIVE, level)
        : machine.confirms(confirmed ? 0 : run).moves(level);
  }

  private SelectorState turnsDown(SelectorState machine) {
    return machine.enters(AssetState.UNDERPERFORMING, down(machine.level()));
  }

  private SelectorState turnsUp(SelectorState machine) {
    return machine.enters(AssetState.RE_ENTRY, up(machine.level()));
  }

  private int down(int level) {
    return Math.max(level - 1, 0);
  }

  private int up(int level) {
    return Math.min(level + 1, settings.rampSteps());
  }

  private boolean low(double score) {
    return score < settings.excludeScoreThreshold() - TOLERANCE;
  }

  private boolean high(double score) {
    return score > settings.includeScoreThreshold() + TOLERANCE;
  }
}
