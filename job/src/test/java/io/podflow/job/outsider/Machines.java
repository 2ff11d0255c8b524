package io.podflow.job.outsider;

import java.util.Arrays;
import java.util.Optional;

/**
 * The selector's machines of one pod, a close at a time, from the recorded scores and metrics
 * (selector.md). Before each close they stand as last recorded.
 */
final class Machines {

  private static final double TOLERANCE = 1e-12;
  private static final int ENOUGH_RETURNS = 10;

  private final PodBook book;
  final String[] state;
  final int[] level;
  final int[] confirmation;
  final int[] cooldown;

  /** How often each symbol has entered COOLDOWN. */
  final int[] cooldowns;

  /** What moved each machine at the last close, in EV1's words; empty for nothing. */
  final String[] rule;

  private final int steps;
  private boolean[] present = {};

  Machines(PodBook book) {
    int n = book.symbols.size();
    this.book = book;
    this.steps = (int) book.pod.selector("ramp_steps");
    this.state = new String[n];
    this.level = new int[n];
    this.confirmation = new int[n];
    this.cooldown = new int[n];
    this.cooldowns = new int[n];
    this.rule = new String[n];
    for (int i = 0; i < n; i++) {
      state[i] = "ACTIVE";
      level[i] = steps;
      rule[i] = "";
    }
  }

  /** Takes over what is recorded at a close, for the symbols that have a row there. */
  void as(long close) {
    for (int i = 0; i < state.length; i++) {
      Optional<Row> row = book.row(close, i);
      if (row.isPresent()) {
        state[i] = row.get().text("state");
        level[i] = (int) Math.round(row.get().number("multiplier") * steps);
        confirmation[i] = (int) row.get().number("confirmation");
        cooldown[i] = (int) row.get().number("cooldown");
      }
    }
  }

  double multiplier(int i) {
    return (double) level[i] / steps;
  }

  void step(long close) {
    Arrays.fill(rule, "");
    if (!book.pod.selects()) {
      return;
    }
    present = new boolean[state.length];
    for (int i = 0; i < state.length; i++) {
      present[i] = book.row(close, i).isPresent() && !book.constant(i, close, "sharpe_lookback");
    }
    for (int i = 0; i < state.length; i++) {
      if (failing(close, i)) {
        throwOut(i, "hard");
      }
    }
    for (int i = 0; i < state.length; i++) {
      if (tooPoor(close, i) || tooDeep(close, i)) {
        throwOut(i, tooPoor(close, i) ? "absolute_sharpe" : "absolute_drawdown");
      }
    }
    for (int i = 0; i < state.length; i++) {
      if (present[i] && !outForGood(i)) {
        String before = state[i];
        boolean refused = rule[i].equals("floor_refused");
        soft(i, book.row(close, i).orElseThrow().number("score"), close);
        // A refusal stands unless the state changes.
        rule[i] = refused && before.equals(state[i]) ? "floor_refused" : rule[i];
      }
    }
  }

  private void throwOut(int i, String why) {
    if (state[i].equals("COOLDOWN")) {
      return;
    }
    if (mayLeave(i)) {
      enter(i, "COOLDOWN", why);
      level[i] = 0;
      cooldown[i] = 0;
    } else {
      rule[i] = "floor_refused";
    }
  }

  /** Entered COOLDOWN as often as a symbol may, and is in it. */
  boolean outForGood(int i) {
    return state[i].equals("COOLDOWN")
        && cooldowns[i] >= book.pod.selectorLimit("max_cooldown_cycles");
  }

  private boolean failing(long close, int i) {
    return judged(close, i)
        && figure(close, i, "sharpe") < setting("hard_exclude_sharpe") - TOLERANCE
        && figure(close, i, "max_drawdown") > setting("hard_exclude_drawdown") + TOLERANCE;
  }

  private boolean tooPoor(long close, int i) {
    double least = book.pod.selectorLimit("absolute_min_sharpe");
    return judged(close, i) && figure(close, i, "sharpe") < least - TOLERANCE;
  }

  private boolean tooDeep(long close, int i) {
    double most = book.pod.selectorLimit("absolute_max_drawdown");
    return judged(close, i) && figure(close, i, "max_drawdown") > most + TOLERANCE;
  }

  private boolean judged(long close, int i) {
    return present[i] && book.series(i).last(close) >= ENOUGH_RETURNS;
  }

  private double figure(long close, int i, String column) {
    return book.row(close, i).orElseThrow().number(column);
  }

  private boolean mayLeave(int i) {
    int others = 0;
    for (int j = 0; j < state.length; j++) {
      boolean counts = state[j].equals("ACTIVE") || state[j].equals("RE_ENTRY");
      others += j != i && present[j] && counts ? 1 : 0;
    }
    return others >= setting("min_active_assets");
  }

  private void soft(int i, double score, long close) {
    boolean low = score < setting("exclude_score_threshold") - TOLERANCE;
    boolean high = score > setting("include_score_threshold") + TOLERANCE;
    switch (state[i]) {
      case "ACTIVE" -> {
        confirmation[i] = low ? confirmation[i] + 1 : 0;
        if (confirmation[i] >= setting("exclude_confirmation_bars")) {
          confirmation[i] = 0;
          if (mayLeave(i)) {
            enter(i, "UNDERPERFORMING", "score");
            level[i]--;
          } else {
            rule[i] = "floor_refused";
          }
        }
      }
      case "UNDERPERFORMING" -> {
        confirmation[i] = high ? confirmation[i] + 1 : 0;
        if (confirmation[i] >= setting("include_confirmation_bars")) {
          enter(i, "RE_ENTRY", "recovered");
          level[i]++;
          return;
        }
        level[i] = Math.max(0, level[i] - 1);
        rule[i] = "ramp";
        if (level[i] == 0) {
          enter(i, "COOLDOWN", "ramp");
          cooldown[i] = 0;
        }
      }
      case "COOLDOWN" -> {
        cooldown[i]++;
        if (cooldown[i] < setting("min_exclusion_bars")) {
          return;
        }
        confirmation[i] = high ? confirmation[i] + 1 : 0;
        // A symbol that a hard test or an absolute limit would throw out stays out (EV1).
        boolean fit = !failing(close, i) && !tooPoor(close, i) && !tooDeep(close, i);
        if (fit && confirmation[i] >= setting("include_confirmation_bars")) {
          enter(i, "RE_ENTRY", "recovered");
          level[i] = 1;
        }
      }
      default -> reEntry(i, low);
    }
  }

  private void reEntry(int i, boolean low) {
    boolean refused = false;
    confirmation[i] = low ? confirmation[i] + 1 : 0;
    if (confirmation[i] >= setting("exclude_confirmation_bars")) {
      confirmation[i] = 0;
      if (mayLeave(i)) {
        enter(i, "UNDERPERFORMING", "score");
        level[i]--;
        return;
      }
      refused = true;
    }
    level[i] = Math.min(steps, level[i] + 1);
    rule[i] = refused ? "floor_refused" : "ramp";
    if (level[i] == steps) {
      enter(i, "ACTIVE", "ramp");
    }
  }

  private void enter(int i, String next, String why) {
    rule[i] = why;
    state[i] = next;
    confirmation[i] = 0;
    cooldowns[i] += next.equals("COOLDOWN") ? 1 : 0;
  }

  private double setting(String key) {
    return book.pod.selector(key);
  }
}
