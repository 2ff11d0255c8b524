package io.podflow.savepoints.botstate;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.pod.PodStep;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.PodSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.step.AssetSteps;
import io.podflow.job.step.Routes;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.state.PortfolioEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places what a database holds in the state of a job. Bars are not in it: strategies warm up from
 * those that lie on the topic before the first day that is traded, and clocks start with them.
 */
public final class BotStateImport {

  /** Fires when the input ends; every pair has it from its first bar on. */
  private static final long END = Long.MAX_VALUE;

  private final BotStateDb db;
  private final RunScope scope;
  private final PortfolioLayout layout;
  private final Mapping mapping;
  private final Field pods;

  private BotStateImport(BotStateDb db, RunScope scope) {
    this.db = db;
    this.scope = scope;
    this.layout = scope.layout();
    this.mapping = db.mapping();
    this.pods = db.field(BotStateDb.STATE).at("pods");
  }

  /**
   * The state that a live job of this scope starts from.
   *
   * @throws BotStateException for states that are unknown, and positions that have no place
   */
  public static Imported run(BotStateDb db, RunScope scope) throws BotStateException {
    return new BotStateImport(db, scope).place();
  }

  private Imported place() throws BotStateException {
    long time = time();
    Prices prices = new Prices(db.field(BotStateDb.STATE).at("orchestrator"));
    List<AssetEntry> assets = new ArrayList<>();
    List<PodEntry> entries = new ArrayList<>();
    @Nullable AssetStep[] steps = AssetSteps.of(layout, BotStateImport.class.getClassLoader());
    ImportedPortfolio portfolio = new ImportedPortfolio(db, scope, prices, time);
    for (int p = 0; p < layout.podCount(); p++) {
      PodSettings settings = layout.pod(p);
      Field pod = pods.of(settings.podId());
      if (!pod.isPresent()) {
        mapping.lost("pod " + settings.podId() + " is not in the database; it starts anew");
        continue;
      }
      portfolio.pod(p, pod);
      AssetStep step = steps[p];
      if (step != null) {
        PodState memory = new PodStep(layout, p).initialState();
        new ImportedPod(settings, prices, db).fill(memory, pod);
        entries.add(new PodEntry(p, memory, List.of(), null, new long[0]));
        assets(p, step, pod, assets);
      }
    }
    portfolio.refuseStrangers(pods);
    PortfolioState books = portfolio.finish();
    unused();
    db.account();
    return new Imported(
        new JobState(
            assets,
            entries,
            new PortfolioEntry(0, books, List.of(), null, new long[0]),
            null,
            null,
            List.of()),
        time,
        mapping);
  }

  private void assets(int p, AssetStep step, Field pod, List<AssetEntry> assets) {
    int[] symbols = layout.symbolsOf(p);
    for (int symbol : symbols) {
      AssetMemory memory = step.initialState();
      Field returns =
          pod.at("asset_returns")
              .of(layout.universe().symbol(symbol))
              .derived(
                  "the last ones, as many as selector and allocator look back on; bars before the"
                      + " first day that is traded are added behind them");
      for (double each : returns.numbers()) {
        memory.returns.add(each);
      }
      assets.add(new AssetEntry(Routes.asset(p, symbol), memory, new long[] {END}));
    }
  }

  private void unused() {
    db.field("oms_processed_orders").notPlaced("order ids of podflow are others");
    db.field("exchange_stops_state").notPlaced("stops are the pods' own, at their closes");
    db.field("surveillance_state").notPlaced("symbols are those of the configuration");
    Field histories = db.field(BotStateDb.HISTORIES);
    histories.at("allocation_history").derived("rows of allocations in the run.db");
    histories.at("lifecycle_events").derived("rows of events in the run.db");
    histories
        .at("risk_contributions_history")
        .notPlaced("despite its name it repeats allocation_history");
  }

  /** The last close of any pod's timeframe up to when the database was written. */
  private long time() throws BotStateException {
    Long saved = Times.millis(db.savedAt());
    Field day = db.field(BotStateDb.STATE).at("orchestrator").at("last_day_date");
    day.notPlaced("the last close goes by when the database was written");
    if (saved == null) {
      throw new BotStateException(
          db.file() + " does not say when it was written (expected: " + BotStateDb.SAVED + ")");
    }
    long close = layout.nextClose(saved - UtcDays.DAY_MILLIS);
    while (layout.nextClose(close) <= saved) {
      close = layout.nextClose(close);
    }
    return close;
  }
}
