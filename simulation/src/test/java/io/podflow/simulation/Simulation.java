package io.podflow.simulation;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.FeedItem;
import io.podflow.simulation.stage.Stages;
import io.podflow.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One run of a world: processes that share nothing but topics move one at a time, in an order that
 * the seed sets, until there is nothing left to do. A job that waits for ever is found, too.
 */
final class Simulation {

  private static final int MOST_MOVES = 2_000_000;

  /**
   * After the end, for what has not been closed yet. Without reconciliations between closes a
   * symbol is left alone for fifteen closes after some failures in a row, and the exchange side may
   * be away besides: seven failures in a row of a daily pod take two months.
   */
  private static final int MOST_DAYS_MORE = 150;

  private final World world;
  private final Disturbances disturbances;
  private final SplittableRandom random;
  private final Topic<OrderCommand> orders = new Topic<>();
  private final Topic<ExchangeReport> reports = new Topic<>();
  private final Producer producer = new Producer(orders);
  private final FeedProcess feed;
  private final ExchangeProcess exchange;
  private final JobProcess job;
  private final Turns turns;
  private final boolean calm;
  private final List<String> moments = new ArrayList<>();
  private int moved;

  private Simulation(World world, Stages stages, Disturbances disturbances, boolean calm) {
    this.world = world;
    this.disturbances = disturbances;
    this.calm = calm;
    this.random = disturbances.schedule();
    Topic<FeedItem> bars = new Topic<>();
    this.feed = new FeedProcess(world, this::restartsFor, bars);
    this.exchange =
        new ExchangeProcess(world, bars, orders, new ReportSender(reports, disturbances));
    this.job = new JobProcess(stages, bars, reports, producer, random);
    this.turns = new Turns(actors());
  }

  /**
   * A run in which everybody does at once what there is to do. The configuration changes while the
   * job is stopped: it must be the same as when it changes while the job runs.
   */
  static Outcome calm(World world, Stages stages) {
    Disturbances none = Disturbances.only(world.seed(), Set.of());
    return new Simulation(world, stages, none, true).run();
  }

  static Outcome disturbed(World world, Stages stages, Disturbances disturbances) {
    return new Simulation(world, stages, disturbances, false).run();
  }

  /** In the order in which a calm run asks them. */
  private List<Turns.Actor> actors() {
    return List.of(
        new Turns.Actor(1 + random.nextInt(20), job::move),
        new Turns.Actor(1 + random.nextInt(4), producer::sendOne),
        new Turns.Actor(1, producer::sendStraggler),
        new Turns.Actor(1 + random.nextInt(4), () -> exchange.move(random)),
        new Turns.Actor(1 + random.nextInt(4), job::readReport),
        new Turns.Actor(1 + random.nextInt(4), job::readBar),
        new Turns.Actor(1 + random.nextInt(4), this::sendBar));
  }

  private Outcome run() {
    while (moved++ < MOST_MOVES && ((calm ? turns.first() : turns.next(random)) || goesOn())) {
      if (!calm) {
        disturb();
      }
    }
    job.stop();
    List<String> faults = new ArrayList<>(job.faults());
    if (moved >= MOST_MOVES) {
      faults.add("does not come to an end");
    }
    return new Outcome(
        job.committed(), orders.all(), feed.sent(), exchange.exchange(), faults, moments);
  }

  /** Everything is quiet: the next part of the feed, until there is no need of one. */
  private boolean goesOn() {
    boolean changes = feed.part() < world.changes();
    if (!changes && !exchange.isAway() && !(hasMoreToClose() && mayTakeLonger())) {
      return false;
    }
    if (changes && restartsFor(feed.part() + 1)) {
      note("a stop with a savepoint, then another configuration");
      job.stopAndGoOn();
    }
    feed.nextPart();
    return true;
  }

  private boolean restartsFor(int change) {
    return calm || world.changesByRestart(change);
  }

  private boolean mayTakeLonger() {
    return feed.part() < world.changes() + MOST_DAYS_MORE;
  }

  /**
   * An order waits for its turn, is to close something, or is taken back; at a close without a bar
   * of its symbol no event says that the order waits, but a row of what is not sent does.
   */
  private boolean hasMoreToClose() {
    PortfolioDecision last = job.lastClose();
    return last != null
        && (last.events().stream().anyMatch(Decisions::isPaused)
            || last.unsent().stream().anyMatch(Decisions::isClosingThatWaits)
            || last.commands().stream()
                .anyMatch(each -> each.reduceOnly() || each.kind() != OrderCommand.Kind.SEND));
  }

  private boolean sendBar() {
    boolean sent = feed.sendOne();
    if (sent && disturbances.strikes(Disturbance.REPEATED_BARS)) {
      note("the last bars once more");
      feed.repeat(disturbances.random(Disturbance.REPEATED_BARS));
    }
    return sent;
  }

  private void disturb() {
    boolean sends = job.hasOrdered();
    if (disturbances.checkpointNow()) {
      job.checkpoint();
    }
    if (disturbances.strikes(Disturbance.FAILED_CHECKPOINT)) {
      note("a checkpoint fails");
      job.failedCheckpoint();
    }
    if (disturbances.strikes(Disturbance.CRASH)
        || (sends && disturbances.strikes(Disturbance.CRASH_AFTER_ORDER))) {
      note("the job is killed, " + producer.inFlight() + " commands on their way");
      job.crash(
          disturbances.random(Disturbance.CRASH), disturbances.strikes(Disturbance.STRAGGLER));
    }
    if (disturbances.strikes(Disturbance.SAVEPOINT)) {
      note("a stop with a savepoint");
      job.stopAndGoOn();
    }
    if (world.exchangeRestarts() && disturbances.strikes(Disturbance.EXCHANGE_RESTART)) {
      note("the exchange side is started again");
      exchange.restart(random.nextBoolean());
    }
    if (disturbances.strikes(Disturbance.STALL)) {
      int who = turns.stall(disturbances.random(Disturbance.STALL));
      note("process " + who + " stands still");
    }
  }

  private void note(String what) {
    moments.add("move " + moved + ": " + what);
  }
}
