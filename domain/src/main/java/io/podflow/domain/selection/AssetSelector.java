package io.podflow.domain.selection;

import io.podflow.domain.settings.SelectorSettings;
import java.util.function.IntPredicate;

/**
 * One evaluation of all machines of a pod at one close (requirement B, {@code selector.md}): first
 * the hard exclusions, then those by absolute limits, then one rule for every symbol by the state
 * it has by then. All passes go in the pod's symbol order and see what is already changed, so that
 * no two symbols can take the last place above the floor.
 *
 * <p>A symbol without a bar at this close is left as it stands and does not count for the floor
 * (decision FP16): a delisted one can neither re-enter nor hold the floor up.
 */
public final class AssetSelector {

  private final SelectorSettings settings;
  private final TransitionRules rules;
  private final AbsoluteLimits absoluteLimits;
  private final PermanentExclusion permanentExclusion;

  public AssetSelector(SelectorSettings settings) {
    this.settings = settings;
    this.rules = new TransitionRules(settings);
    this.absoluteLimits = new AbsoluteLimits(settings);
    this.permanentExclusion = new PermanentExclusion(settings);
  }

  /**
   * Moves the machines on by one bar; does nothing when the selector is disabled. All arrays are in
   * the pod's symbol order.
   *
   * @param machines replaced in place
   * @param present which symbols have a bar at this close
   * @param returnCounts returns in each symbol's window
   * @param scores of {@link CompositeScore}
   * @param sharpe annualised, over {@code sharpe_lookback}
   * @param maxDrawdown over {@code sharpe_lookback}, positive fraction
   */
  public void step(
      AssetMachine[] machines,
      boolean[] present,
      int[] returnCounts,
      double[] scores,
      double[] sharpe,
      double[] maxDrawdown) {
    if (!settings.enabled()) {
      return;
    }
    exclude(
        machines, present, i -> rules.demandExclusion(returnCounts[i], sharpe[i], maxDrawdown[i]));
    exclude(
        machines,
        present,
        i -> absoluteLimits.demandExclusion(returnCounts[i], sharpe[i], maxDrawdown[i]));
    transit(machines, present, scores);
  }

  /** Takes out at once, without a ramp, whom the floor lets go. */
  private void exclude(AssetMachine[] machines, boolean[] present, IntPredicate demanded) {
    int upholding = upholding(machines, present);
    for (int i = 0; i < machines.length; i++) {
      if (present[i]
          && machines[i].state() != AssetState.COOLDOWN
          && demanded.test(i)
          && mayLeave(machines[i], upholding)) {
        upholding -= share(machines[i]);
        machines[i] = machines[i].coolsDown();
      }
    }
  }

  private void transit(AssetMachine[] machines, boolean[] present, double[] scores) {
    int upholding = upholding(machines, present);
    for (int i = 0; i < machines.length; i++) {
      if (present[i] && !permanentExclusion.holds(machines[i])) {
        AssetMachine next = rules.next(machines[i], scores[i], mayLeave(machines[i], upholding));
        upholding += share(next) - share(machines[i]);
        machines[i] = next;
      }
    }
  }

  /** Whether no bar moves this machine any more ({@code max_cooldown_cycles}). */
  public boolean isOutForGood(AssetMachine machine) {
    return permanentExclusion.holds(machine);
  }

  /** Whether the floor stands without this symbol (requirement B10). */
  private boolean mayLeave(AssetMachine machine, int upholding) {
    return upholding - share(machine) >= settings.minActiveAssets();
  }

  private static int upholding(AssetMachine[] machines, boolean[] present) {
    int upholding = 0;
    for (int i = 0; i < machines.length; i++) {
      upholding += present[i] ? share(machines[i]) : 0;
    }
    return upholding;
  }

  private static int share(AssetMachine machine) {
    return machine.state().upholdsFloor() ? 1 : 0;
  }
}
