package io.podflow.oracle;

import java.util.Arrays;
import java.util.Optional;

/**
 * The selector's machines of one pod, a close at a time, from the recorded scores and metrics
 * (docs/decisions.md, "The asset selector"). Before each close they stand as last recorded.
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

  /** What moved each machine at the close of the last step (EV1). */
  final String[] rule;

  private final int[] run;
  private final boolean[] refused;
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
    this.run = new int[n];
    this.refused = new boolean[n];
    Arrays.fill(rule, "");
    for (int i = 0; i < n; i++) {
      state[i] = "ACTIVE";
      level[i] = steps;
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
    String[] before = state.clone();
    Arrays.fill(refused, false);
    present = new boolean[state.length];
    for (int i = 0; i < state.length; i++) {
      present[i] = book.row(close, i).isPresent() && !book.constant(i, close);
    }
    for (int i = 0; i < state.length; i++) {
      if (failing(close, i)) {
        throwOut(i, "hard");
      }
    }
    for (int i = 0; i < state.length; i++) {
      if (unbearable(close, i)) {
        throwOut(i, poor(close, i) ? "absolute_sharpe" : "absolute_drawdown");
      }
    }
    for (int i = 0; i < state.length; i++) {
      if (present[i] && !outForGood(i)) {
        boolean unfit = failing(close, i) || unbearable(close, i);
        String was = state[i];
        int stood = level[i];
        run[i] = confirmation[i] + 1;
        soft(i, book.row(close, i).orElseThrow().number("score"), unfit);
        word(i, was, stood);
      }
    }
    for (int i = 0; i < state.length; i++) {
      if (refused[i] && state[i].equals(before[i])) {
        rule[i] = "floor_refused";
      }
    }
  }

  private void word(int i, String was, int stood) {
    if (!was.equals(state[i]) && state[i].equals("UNDERPERFORMING")) {
      rule[i] = "score";
    } else if (!was.equals(state[i]) && state[i].equals("RE_ENTRY")) {
      rule[i] = "recovered";
    } else if (!was.equals(state[i]) || level[i] != stood) {
      rule[i] = "ramp";
    }
  }

  /** What the event of a transition, or of a refusal, says. */
  String message(long close, int i) {
    Row row = book.row(close, i).orElseThrow();
    double sharpe = row.number("sharpe");
    double drawdown = row.number("max_drawdown");
    String score = "score " + row.number("score");
    String closes = ", " + run[i] + (run[i] == 1 ? " close" : " closes") + " in a row";
    String figures =
        switch (rule[i]) {
          case "hard" ->
              "sharpe "
                  + sharpe
                  + " is below "
                  + setting("hard_exclude_sharpe")
                  + " and max_drawdown "
                  + drawdown
                  + " above "
                  + setting("hard_exclude_drawdown");
          case "absolute_sharpe" ->
              "sharpe " + sharpe + " is below " + book.pod.selectorLimit("absolute_min_sharpe");
          case "absolute_drawdown" ->
              "max_drawdown "
                  + drawdown
                  + " is above "
                  + book.pod.selectorLimit("absolute_max_drawdown");
          case "score" -> score + " is below " + setting("exclude_score_threshold") + closes;
          case "recovered" -> score + " is above " + setting("include_score_threshold") + closes;
          case "ramp" -> "level " + level[i] + " of " + steps;
          default ->
              "fewer than min_active_assets "
                  + (int) setting("min_active_assets")
                  + " others would stay; "
                  + score
                  + ", sharpe "
                  + sharpe
                  + ", max_drawdown "
                  + drawdown;
        };
    return rule[i] + ": " + figures;
  }

  private void throwOut(int i, String word) {
    if (state[i].equals("COOLDOWN")) {
      return;
    }
    if (mayLeave(i)) {
      enter(i, "COOLDOWN");
      level[i] = 0;
      cooldown[i] = 0;
      rule[i] = word;
    } else {
      refused[i] = true;
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

  private boolean unbearable(long close, int i) {
    double least = book.pod.selectorLimit("absolute_min_sharpe");
    double most = book.pod.selectorLimit("absolute_max_drawdown");
    return judged(close, i)
        && (figure(close, i, "sharpe") < least - TOLERANCE
            || figure(close, i, "max_drawdown") > most + TOLERANCE);
  }

  private boolean poor(long close, int i) {
    return figure(close, i, "sharpe") < book.pod.selectorLimit("absolute_min_sharpe") - TOLERANCE;
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

  private void soft(int i, double score, boolean unfit) {
    boolean low = score < setting("exclude_score_threshold") - TOLERANCE;
    boolean high = score > setting("include_score_threshold") + TOLERANCE;
    switch (state[i]) {
      case "ACTIVE" -> {
        confirmation[i] = low ? confirmation[i] + 1 : 0;
        if (confirmation[i] >= setting("exclude_confirmation_bars")) {
          confirmation[i] = 0;
          if (mayLeave(i)) {
            enter(i, "UNDERPERFORMING");
            level[i]--;
          } else {
            refused[i] = true;
          }
        }
      }
      case "UNDERPERFORMING" -> {
        confirmation[i] = high ? confirmation[i] + 1 : 0;
        if (confirmation[i] >= setting("include_confirmation_bars")) {
          enter(i, "RE_ENTRY");
          level[i]++;
          return;
        }
        level[i] = Math.max(0, level[i] - 1);
        if (level[i] == 0) {
          enter(i, "COOLDOWN");
          cooldown[i] = 0;
        }
      }
      case "COOLDOWN" -> {
        cooldown[i]++;
        if (cooldown[i] < setting("min_exclusion_bars")) {
          return;
        }
        confirmation[i] = high ? confirmation[i] + 1 : 0;
        if (confirmation[i] >= setting("include_confirmation_bars") && !unfit) {
          enter(i, "RE_ENTRY");
          level[i] = 1;
        }
      }
      default -> reEntry(i, low);
    }
  }

  private void reEntry(int i, boolean low) {
    confirmation[i] = low ? confirmation[i] + 1 : 0;
    if (confirmation[i] >= setting("exclude_confirmation_bars")) {
      confirmation[i] = 0;
      if (mayLeave(i)) {
        enter(i, "UNDERPERFORMING");
        level[i]--;
        return;
      }
      refused[i] = true;
    }
    level[i] = Math.min(steps, level[i] + 1);
    if (level[i] == steps) {
      enter(i, "ACTIVE");
    }
  }

  private void enter(int i, String next) {
    state[i] = next;
    confirmation[i] = 0;
    cooldowns[i] += next.equals("COOLDOWN") ? 1 : 0;
  }

  private double setting(String key) {
    return book.pod.selector(key);
  }
}
