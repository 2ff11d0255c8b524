package io.podflow.job.version;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.BarCloseGate;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RateGate;
import io.podflow.domain.settings.Market;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.MarketItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The market gate of a job whose configuration changes. It says from which close a version holds:
 * the one that was asked for, or the first of which no row has come. So no bar that has gone
 * through the gate would have to be looked at again. A version that comes with history holds when
 * all of it is there, or, should its sender have died, without the rest after a day.
 */
public final class VersionedGate {

  private final RunScope base;
  private final ScopeTimeline<PortfolioLayout> timeline;
  private final List<ConfigVersion> versions = new ArrayList<>();
  private final RateGate rates;
  private BarCloseGate gate;
  private BarCloseGateState state;

  /**
   * @param base the scope of the run before the first version is known
   * @param strategies where strategies of versions are looked up
   */
  public VersionedGate(RunScope base, ClassLoader strategies) {
    this.base = base;
    this.timeline = new ScopeTimeline<>(base, strategies, RunScope::layout);
    this.rates =
        new RateGate(base.layout().settings().market() != Market.SPOT, base.window().from());
    this.gate = gateOf(base.layout());
    this.state = gate.initialState();
  }

  /** Goes on from a state, with the versions that came with it. */
  public void restore(BarCloseGateState restored, List<ConfigVersion> known) {
    state = restored;
    RateGate.complete(state);
    versions.addAll(known);
    versions.forEach(version -> timeline.take(isOpen(version) ? open(version) : version));
    rebuild();
  }

  public BarCloseGateState state() {
    return state;
  }

  /** In their order; the last may still wait for its history. */
  public List<ConfigVersion> versions() {
    return List.copyOf(versions);
  }

  /** What holds at which close. */
  public ScopeTimeline<PortfolioLayout> timeline() {
    return timeline;
  }

  /** All that was said of versions so far, for those who have just begun to listen. */
  public List<MarketItem> announcements() {
    return versions.stream()
        .map(version -> MarketItem.of(isOpen(version) ? open(version) : version))
        .toList();
  }

  /** Takes a version that was accepted. */
  public List<MarketItem> onVersion(ConfigVersion version) {
    List<MarketItem> items = new ArrayList<>(overtaken());
    BufferedBars.begin(state, isOpen(version) ? reached() : BarCloseGateState.NEVER);
    boolean first = versions.isEmpty();
    versions.add(version);
    timeline.take(first ? version : open(version));
    rebuild();
    if (first) {
      items.add(MarketItem.of(version));
    } else if (isOpen(version)) {
      items.add(MarketItem.of(open(version)));
    } else {
      items.addAll(settle(version));
    }
    return items;
  }

  /** One that still waits for its history never holds. */
  private List<MarketItem> overtaken() {
    List<MarketItem> items = new ArrayList<>();
    for (ConfigVersion open : versions.stream().filter(VersionedGate::isOpen).toList()) {
      String what = "version %s never holds: another came before %d bars of its history";
      items.add(told(reached() + 1, Severity.WARNING, what.formatted(open.id(), open.history())));
      versions.remove(open);
    }
    return items;
  }

  /** The last close that is over, or of which a row has come. */
  private long reached() {
    return Math.max(base.window().from(), Math.max(state.closedUpTo, gate.latest(state)));
  }

  /** Takes a row of the history of the last version; without one that waits for it, nothing. */
  public List<MarketItem> onHistory(MarketRow row) {
    int last = versions.size() - 1;
    if (last < 0 || !isOpen(versions.get(last))) {
      return List.of();
    }
    ConfigVersion version = versions.get(last).withHistory(versions.get(last).history() - 1);
    versions.set(last, version);
    List<MarketItem> items = new ArrayList<>();
    items.add(MarketItem.history(barOf(row)));
    if (!isOpen(version)) {
      items.addAll(begun(version));
    }
    return items;
  }

  private List<MarketItem> begun(ConfigVersion version) {
    List<MarketItem> items = new ArrayList<>(BufferedBars.released(state));
    items.addAll(settle(version));
    return items;
  }

  /** Something to tell about the configuration. */
  public List<MarketItem> onFault(String what) {
    return List.of(told(reached() + 1, Severity.CRITICAL, what));
  }

  public List<MarketItem> onRow(MarketRow row) {
    if (!BufferedBars.isTooLong(state, row)) {
      return items(kept(gate.onRow(state, row)));
    }
    List<MarketItem> items = new ArrayList<>(begunWithout());
    items.addAll(items(gate.onRow(state, row)));
    return items;
  }

  /** Takes a rate of funding. It goes on when the first close that is not earlier is over. */
  public List<MarketItem> onRate(FundingRate rate) {
    return items(rates.onRate(state, rate, isOver(rate.time())));
  }

  private boolean isOver(long due) {
    return timeline.nextClose(due - 1) <= state.closedUpTo;
  }

  /** Ends all closes up to a time. */
  public List<MarketItem> close(long time) {
    ScopeTimeline.Stretch<PortfolioLayout> before = timeline.at(state.closedUpTo);
    List<MarketItem> items = new ArrayList<>(items(kept(gate.close(state, time))));
    rates.release(state, this::isOver).forEach(rate -> items.add(MarketItem.of(rate)));
    if (timeline.at(state.closedUpTo) != before) {
      // From here on a restored gate would build no bars of timeframes that nobody has any more.
      rebuild();
    }
    return items;
  }

  /** The rest of its history will not come any more. */
  private List<MarketItem> begunWithout() {
    int last = versions.size() - 1;
    ConfigVersion waiting = versions.get(last);
    ConfigVersion version = waiting.withHistory(0);
    versions.set(last, version);
    List<MarketItem> items = new ArrayList<>(begun(version));
    String what =
        "version %s holds without %d bars of its history, which have not come within a day"
            .formatted(version.id(), waiting.history());
    items.add(told(versions.get(last).effective(), Severity.WARNING, what));
    return items;
  }

  private boolean isForNewPairs(Bar bar) {
    PortfolioLayout next = timeline.last().scope().layout();
    ScopeTimeline.Stretch<PortfolioLayout> now = timeline.at(bar.closeTime());
    return IntStream.range(0, next.podCount())
        .filter(pod -> timeline.last().trades(pod, bar.symbol()))
        .filter(pod -> next.pod(pod).timeframe() == bar.timeframe())
        .anyMatch(pod -> !now.trades(pod, bar.symbol()));
  }

  private List<MarketRecord> kept(List<MarketRecord> records) {
    if (!records.isEmpty() && !versions.isEmpty() && isOpen(versions.get(versions.size() - 1))) {
      BufferedBars.keep(state, records, this::isForNewPairs);
    }
    return records;
  }

  /** See {@link BarCloseGate#complete}. */
  public long complete() {
    return gate.complete(state);
  }

  /** See {@link BarCloseGate#latest}. */
  public long latest() {
    return gate.latest(state);
  }

  /** Finds the close that the last version holds from. */
  private List<MarketItem> settle(ConfigVersion version) {
    long over = reached();
    for (ConfigVersion earlier : versions.subList(0, versions.size() - 1)) {
      over = Math.max(over, earlier.effective());
    }
    // A file that the job was started with asks for no close; nothing is before the lowest number.
    long asked = Math.max(base.window().from(), version.effective());
    RunScope scope = timeline.last().scope();
    ConfigVersion settled = version.from(scope.nextClose(Math.max(over, asked - 1)));
    versions.set(versions.size() - 1, settled);
    timeline.take(settled);
    String what =
        "version " + settled.id() + " holds from " + Instant.ofEpochMilli(settled.effective());
    List<MarketItem> items = new ArrayList<>();
    items.add(MarketItem.of(settled));
    RateGate.known(state, settled.effective()).forEach(rate -> items.add(MarketItem.of(rate)));
    items.add(told(settled.effective(), Severity.INFO, what + lateness(version)));
    return items;
  }

  private String lateness(ConfigVersion asked) {
    ConfigVersion settled = versions.get(versions.size() - 1);
    return asked.effective() <= base.window().from() || settled.effective() == asked.effective()
        ? ""
        : "; asked for was " + Instant.ofEpochMilli(asked.effective());
  }

  private static MarketItem told(long time, Severity severity, String what) {
    return MarketItem.of(
        MarketRecord.of(new Event(time, EventKind.CONFIG, "", "", "", "", severity, what)));
  }

  private void rebuild() {
    gate = gateOf(timeline.last().scope().layout());
    gate.adapt(state);
  }

  private BarCloseGate gateOf(PortfolioLayout layout) {
    return new BarCloseGate(
        layout.universe(),
        IntStream.range(0, layout.universe().size()).mapToObj(this::timeframesOf).toList(),
        base.window());
  }

  /** Those of every version that holds at a close which is not over. */
  private List<Timeframe> timeframesOf(int symbol) {
    return timeline.from(state == null ? ConfigVersion.FIRST : state.closedUpTo).stream()
        .map(stretch -> stretch.scope().layout())
        .filter(layout -> symbol < layout.universe().size())
        .flatMap(layout -> layout.timeframesOf(symbol).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<MarketItem> items(List<MarketRecord> records) {
    return records.stream().map(MarketItem::of).toList();
  }

  private static boolean isOpen(ConfigVersion version) {
    return version.history() > 0;
  }

  private static ConfigVersion open(ConfigVersion version) {
    return version.from(ConfigVersion.OPEN);
  }

  private static Bar barOf(MarketRow row) {
    return new Bar(
        row.symbol(),
        row.timeframe(),
        row.closeTime(),
        row.open(),
        row.high(),
        row.low(),
        row.close(),
        row.volume());
  }
}
