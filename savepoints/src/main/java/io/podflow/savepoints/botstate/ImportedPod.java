package io.podflow.savepoints.botstate;

import io.podflow.domain.metrics.Performance;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.selection.AssetState;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.PodSettings;
import java.util.Arrays;
import java.util.Locale;

/** A pod: machines, weights, targets, its own account, its stops. */
final class ImportedPod {

  private final PodSettings settings;
  private final Prices prices;
  private final BotStateDb db;

  ImportedPod(PodSettings settings, Prices prices, BotStateDb db) {
    this.settings = settings;
    this.prices = prices;
    this.db = db;
  }

  void fill(PodState memory, Field pod) throws BotStateException {
    Field allocator = pod.at("asset_allocator");
    for (int i = 0; i < memory.symbols.length; i++) {
      String symbol = memory.symbols[i];
      memory.missed[i] = prices.has(symbol) ? 0 : PodState.NEVER_TRADED;
      memory.targets[i] = pod.at("target_weights").of(symbol).number(0);
      memory.weights[i] = allocator.at("weights").of(symbol).number(0);
      memory.allocated[i] = memory.weights[i] > 0;
      for (double each : pod.at("asset_returns").of(symbol).numbers()) {
        memory.returns[i].add(each);
      }
      machine(memory, i, pod.at("asset_selector").at("states").of(symbol));
      memory.held[i] = held(symbol, memory.targets[i], pod);
    }
    memory.closes = allocator.at("bar_count").count(0);
    allocator.at("exposure").notPlaced("computed anew at each close");
    account(memory.performance, pod.at("performance"));
    if (pod.at("paused").flag(false)) {
      db.mapping().lost(pod.shown() + " was paused, which podflow does not know; it trades");
    }
    pod.at("paused").notPlaced("podflow has no pause; a pod that was paused trades again");
    pod.at("runtime_symbols").notPlaced("symbols are those of the configuration");
    strangers(memory, pod);
  }

  private void machine(PodState memory, int i, Field field) throws BotStateException {
    if (!field.isPresent()) {
      return;
    }
    int steps = settings.scoring().rampSteps();
    String text = field.at("state").text();
    AssetState state = text == null ? AssetState.ACTIVE : state(field, text);
    double multiplier = field.at("multiplier").derived("level on the ramp").number(1);
    int level = (int) Math.round(Math.min(1, Math.max(0, multiplier)) * steps);
    field.at("score").notPlaced("computed anew from the windows");
    field.at("ramp_position").notPlaced("the multiplier says it, in both directions");
    field.at("permanently_excluded").notPlaced("follows from cooldown_cycles");
    memory.machines[i] =
        new SelectorState(
            state,
            switch (state) {
              case ACTIVE -> steps;
              case COOLDOWN -> 0;
              case UNDERPERFORMING, RE_ENTRY -> level;
            },
            field.at("confirmation_count").count(0),
            field.at("cooldown_bars").count(0),
            field.at("cooldown_cycles").count(0));
  }

  private static AssetState state(Field field, String text) throws BotStateException {
    try {
      return AssetState.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BotStateException(
          field.shown()
              + ".state: '"
              + text
              + "' (expected: active, underperforming, cooldown or re_entry)");
    }
  }

  /** What the stops go by: a position as if it were filled in full at its entry price. */
  private HeldPosition held(String symbol, double target, Field pod) {
    HeldPosition held = new HeldPosition();
    double price = prices.of(symbol);
    Field account = db.field(BotStateDb.POSITIONS).at("positions").of(symbol);
    account.at("peak_price_since_entry").derived("extreme of pods that are long with it");
    account.at("trough_price_since_entry").derived("extreme of pods that are short with it");
    account.at("atr_values").derived("true ranges since entry of pods that hold the symbol");
    if (!prices.has(symbol)) {
      return held;
    }
    held.lastClose = price;
    if (target == 0) {
      return held;
    }
    held.wanted = target / price;
    held.quantity = held.wanted;
    held.averagePrice = pod.at("positions").of(symbol).at("avg_entry_price").number(price);
    boolean sameSide = Math.signum(target) == account.at("direction").number(0);
    String side = target > 0 ? "peak_price_since_entry" : "trough_price_since_entry";
    double extreme = sameSide ? account.at(side).number(0) : 0;
    held.extreme = extreme > 0 ? extreme : price;
    double[] ranges = account.at("atr_values").numbers();
    int kept = Math.min(ranges.length, HeldPosition.TRUE_RANGES);
    System.arraycopy(ranges, ranges.length - kept, held.trueRanges, 0, kept);
    held.bars = kept;
    held.next = kept % HeldPosition.TRUE_RANGES;
    return held;
  }

  /** Sums are rebuilt from the daily returns that are kept; older days are in the rest. */
  private void account(Performance performance, Field block) {
    Field kept = db.field(BotStateDb.RETURNS).of(settings.podId());
    for (double each : BotReturns.last(kept)) {
      performance.add(each);
    }
    int kinds = performance.count;
    int days = Math.max(block.at("live_days").count(kinds), kinds);
    if (days > kinds && kinds > 1) {
      performance.squares *= (double) (days - 1) / (kinds - 1);
    }
    performance.count = days;
    performance.index = 1 + block.at("total_return").number(performance.index - 1);
    double peak = block.at("peak_equity").number(0);
    performance.peak = Math.max(performance.index, peak > 0 ? peak : performance.peak);
    performance.deepest = block.at("max_drawdown").number(performance.deepest);
    double wins = block.at("win_rate").derived("number of days with a gain").number(-1);
    performance.wins = wins < 0 ? performance.wins : (int) Math.round(wins * days);
    block.at("sharpe_ratio").derived("from the daily returns");
    block.at("calmar_ratio").derived("from the daily returns and max_drawdown");
    block.at("rolling_volatility").derived("from the daily returns");
    block.at("current_equity").notPlaced("total_return says it");
    block.at("last_updated").notPlaced("the last close goes by when the database was written");
  }

  private void strangers(PodState memory, Field pod) {
    for (String part : new String[] {"target_weights", "asset_returns"}) {
      for (String symbol : pod.at(part).each().keySet()) {
        if (!Arrays.asList(memory.symbols).contains(symbol)) {
          db.mapping()
              .lost(
                  pod.shown()
                      + "."
                      + part
                      + "."
                      + symbol
                      + ": the pod is not configured to trade it; not used");
        }
      }
    }
  }
}
