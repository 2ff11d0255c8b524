package io.podflow.domain.selection;

import io.podflow.domain.settings.SelectorSettings;
import java.util.Arrays;

/**
 * One evaluation of all machines of a pod at one close (requirement B, docs/decisions.md, "The
 * asset selector"): first the hard exclusions, then those by absolute limits, then one rule for
 * every symbol by the state it has by then. All passes go in the pod's symbol order and see what is
 * already changed, so that no two symbols can take the last place above the floor.
 *
 * <p>A symbol that is not judged at this close, for want of a bar or of variance, is left as it
 * stands and does not count for the floor (decisions FP16, EV2): a delisted one can neither
 * re-enter nor hold the floor up.
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
   * @param judged which symbols are evaluated at this close
   * @param returnCounts returns in each symbol's window
   * @param scores of {@link CompositeScore}
   * @param sharpe annualised, over {@code sharpe_lookback}
   * @param maxDrawdown over {@code sharpe_lookback}, positive fraction
   * @return the rule that moved each machine, the last one where several did
   */
  public MovedBy[] step(
      SelectorState[] machines,
      boolean[] judged,
      int[] returnCounts,
      double[] scores,
      double[] sharpe,
      double[] maxDrawdown) {
    MovedBy[] moved = new MovedBy[machines.length];
    Arrays.fill(moved, MovedBy.NOTHING);
    if (!settings.enabled()) {
      return moved;
    }
    MovedBy[] hard = new MovedBy[machines.length];
    MovedBy[] absolute = new MovedBy[machines.length];
    for (int i = 0; i < machines.length; i++) {
      hard[i] =
          rules.demandExclusion(returnCounts[i], sharpe[i], maxDrawdown[i])
              ? MovedBy.HARD
              : MovedBy.NOTHING;
      absolute[i] = absoluteLimits.broken(returnCounts[i], sharpe[i], maxDrawdown[i]);
    }
    boolean[] refused = new boolean[machines.length];
    AssetState[] before = states(machines);
    exclude(machines, judged, hard, moved, refused);
    exclude(machines, judged, absolute, moved, refused);
    transit(machines, judged, scores, unfit(hard, absolute), moved, refused);
    noteRefusals(machines, judged, before, moved, refused);
    return moved;
  }

  /** Takes out at once, without a ramp, whom the floor lets go. */
  private void exclude(
      SelectorState[] machines,
      boolean[] judged,
      MovedBy[] demands,
      MovedBy[] moved,
      boolean[] refused) {
    int upholding = upholding(machines, judged);
    for (int i = 0; i < machines.length; i++) {
      if (judged[i]
          && machines[i].state() != AssetState.COOLDOWN
          && demands[i] != MovedBy.NOTHING) {
        if (mayLeave(machines[i], upholding)) {
          upholding -= share(machines[i]);
          machines[i] = machines[i].coolsDown();
          moved[i] = demands[i];
        } else {
          refused[i] = true;
        }
      }
    }
  }

  private void transit(
      SelectorState[] machines,
      boolean[] judged,
      double[] scores,
      boolean[] unfit,
      MovedBy[] moved,
      boolean[] refused) {
    int upholding = upholding(machines, judged);
    for (int i = 0; i < machines.length; i++) {
      if (judged[i] && !permanentExclusion.holds(machines[i])) {
        boolean mayLeave = mayLeave(machines[i], upholding);
        refused[i] |= !mayLeave && rules.demandDeparture(machines[i], scores[i]);
        SelectorState next = rules.next(machines[i], scores[i], mayLeave, unfit[i]);
        MovedBy rule = MovedBy.softRule(machines[i], next);
        moved[i] = rule == MovedBy.NOTHING ? moved[i] : rule;
        upholding += share(next) - share(machines[i]);
        machines[i] = next;
      }
    }
  }

  /** A refusal stands at its bar, a step of the level notwithstanding, unless the state changes. */
  private static void noteRefusals(
      SelectorState[] machines,
      boolean[] judged,
      AssetState[] before,
      MovedBy[] moved,
      boolean[] refused) {
    for (int i = 0; i < machines.length; i++) {
      if (judged[i]) {
        boolean stands = refused[i] && machines[i].state() == before[i];
        moved[i] = stands ? MovedBy.FLOOR_REFUSED : moved[i];
        machines[i] = machines[i].refused(stands);
      }
    }
  }

  private static boolean[] unfit(MovedBy[] hard, MovedBy[] absolute) {
    boolean[] unfit = new boolean[hard.length];
    for (int i = 0; i < unfit.length; i++) {
      unfit[i] = hard[i] != MovedBy.NOTHING || absolute[i] != MovedBy.NOTHING;
    }
    return unfit;
  }

  private static AssetState[] states(SelectorState[] machines) {
    return Arrays.stream(machines).map(SelectorState::state).toArray(AssetState[]::new);
  }

  /** Whether no bar moves this machine any more ({@code max_cooldown_cycles}). */
  public boolean isOutForGood(SelectorState machine) {
    return permanentExclusion.holds(machine);
  }

  /** Whether the floor stands without this symbol (requirement B10). */
  private boolean mayLeave(SelectorState machine, int upholding) {
    return upholding - share(machine) >= settings.minActiveAssets();
  }

  private static int upholding(SelectorState[] machines, boolean[] judged) {
    int upholding = 0;
    for (int i = 0; i < machines.length; i++) {
      upholding += judged[i] ? share(machines[i]) : 0;
    }
    return upholding;
  }

  private static int share(SelectorState machine) {
    return machine.state().upholdsFloor() ? 1 : 0;
  }
}
