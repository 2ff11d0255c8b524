package io.podflow.simulation.world;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.Lineage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.Universe;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.simulation.stage.Intake;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything that decisions may depend on, from one seed: a small portfolio, the messages of its
 * feed, and the manners of its exchange side. Its last days are quiet: nothing fails any more, so
 * that what is open can end.
 */
public final class World {

  private static final long START = 1_609_459_200_000L;
  private static final int QUIET_DAYS = 6;

  /** Closes of 12 hours: what a second change finds is what the first one has not ended. */
  private static final int SOON = 4;

  private final long seed;
  private final List<Versions.Version> versions;
  private final RunScope market;
  private final Manners manners;
  private final long quietFrom;
  private final Feed feed;
  private final List<Long> changes = new ArrayList<>();
  private final List<List<FeedItem>> parts = new ArrayList<>();

  private World(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int days = 10 + random.nextInt(14);
    this.seed = seed;
    this.manners = Manners.random(random);
    List<Versions.Version> all = versions(days, random);
    this.versions = all.subList(0, all.size() - 1);
    this.market = all.get(all.size() - 1).scope();
    this.quietFrom = START + days * Timeframe.D1.millis();
    Rates rates = new Rates(new SplittableRandom(seed + 2), market.layout().universe());
    this.feed = new Feed(random.split(), market, quietFrom, rates);
    int close = days / 2 + random.nextInt(days);
    for (int change = 1; change < versions.size(); change++) {
      changes.add(START + close * Timeframe.H12.millis());
      close += 1 + random.nextInt(SOON);
    }
  }

  public static World of(long seed) {
    return new World(seed);
  }

  private List<Versions.Version> versions(int days, SplittableRandom random) {
    String policy = List.of("report", "report", "adopt", "halt").get(random.nextInt(4));
    String timeout = List.of("60 s", "60 s", "36 h").get(random.nextInt(3));
    String live = "  live: {reconcile_policy: %s, order_timeout: %s}\n".formatted(policy, timeout);
    String yaml =
        new RandomPortfolio(seed, days)
            .yaml()
            .replaceFirst("orchestrator:\n", "orchestrator:\n" + live);
    return Versions.of("seed " + seed, yaml, new SplittableRandom(seed + 1), START, !isFaithful());
  }

  public long seed() {
    return seed;
  }

  /** What the job is started with. */
  public RunScope scope() {
    return versions.get(0).scope();
  }

  /** Who is in the last version of the configuration, and who was. */
  public PortfolioLayout layout() {
    return layoutOf(versions.size() - 1);
  }

  private PortfolioLayout layoutOf(int version) {
    return versions.get(version).scope().layout();
  }

  /** How often the configuration changes. */
  public int changes() {
    return changes.size();
  }

  /**
   * Whether, disturbed, it changes while the job is stopped and all is quiet, or while it runs.
   *
   * @param change counted from 1
   */
  public boolean changesByRestart(int change) {
    return (seed >> (change - 1) & 1) == 0;
  }

  /**
   * A version of the configuration.
   *
   * @param number counted from 0
   * @param byRestart whether the job is started with it, and not told of it while it runs
   */
  public ConfigVersion version(int number, boolean byRestart) {
    String yaml = versions.get(number).yaml();
    if (number == 0) {
      return ConfigVersion.first(Intake.name(0), yaml);
    }
    Lineage before = layoutOf(number - 1).lineage();
    // The file of a restart asks for no close: it holds from the next one on.
    long asked = byRestart ? ConfigVersion.FIRST : changes.get(number - 1) + 1;
    return ConfigVersion.of(Intake.name(number), asked, 0, yaml, before);
  }

  /** What all versions trade, with the numbers that they have for it. */
  public RunScope market() {
    return market;
  }

  /** From when on nothing fails any more, epoch milliseconds UTC. */
  public long quietFrom() {
    return quietFrom;
  }

  /** Whether reports may come behind the heartbeat that should have followed them. */
  public boolean isLate() {
    return manners.late() > 0;
  }

  /** Whether the exchange side does what a backtest does. */
  public boolean isFaithful() {
    return manners.made() == Manners.Made.FAITHFUL;
  }

  /** Whether the exchange side keeps nothing and can be started again from its topics. */
  public boolean exchangeRestarts() {
    return manners.made() != Manners.Made.ROUGH;
  }

  /**
   * The rows, rates and heartbeats of the feed: a part for every version, with no symbol that is in
   * later ones only, of which the last goes up to the end, then a day more each time, for what has
   * not ended then.
   *
   * @param part counted from 0
   */
  public List<FeedItem> feed(int part) {
    while (parts.size() <= part) {
      int next = parts.size();
      long end =
          next < changes.size()
              ? changes.get(next)
              : quietFrom + (quietDays() + next - changes.size()) * Timeframe.D1.millis();
      List<FeedItem> items = new ArrayList<>();
      Universe known = layoutOf(Math.min(next, versions.size() - 1)).universe();
      feed.upTo(end).stream().filter(item -> isOf(known, item)).forEach(items::add);
      parts.add(items);
    }
    return parts.get(part);
  }

  private static boolean isOf(Universe known, FeedItem item) {
    return (item.row() == null || item.row().symbol() < known.size())
        && (item.rate() == null || known.contains(item.rate().symbol()));
  }

  /** An order that fails again and again may be left alone for fifteen closes. */
  private int quietDays() {
    return versions.size() > 1 && manners.rejects() > 0 ? 3 * QUIET_DAYS : QUIET_DAYS;
  }

  /** An exchange side that has seen nothing. */
  public Exchange exchange() {
    return Exchange.of(seed, manners, scope().layout().universe(), market.layout(), quietFrom);
  }

  public Lateness lateness() {
    return new Lateness(seed, manners.late(), quietFrom, this::isAlwaysClose);
  }

  /** Whether it is a close whatever the configuration is. */
  private boolean isAlwaysClose(long time) {
    return versions.stream().allMatch(version -> version.scope().nextClose(time - 1) == time);
  }

  @Override
  public String toString() {
    return "seed %d: %d pods, %d symbols, %d configurations, %s"
        .formatted(
            seed,
            market.layout().podCount(),
            market.layout().universe().size(),
            versions.size(),
            manners);
  }
}
