package io.podflow.job.simulation;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.Event;
import io.podflow.job.simulation.stage.Checkpoint;
import io.podflow.job.simulation.stage.Output;
import io.podflow.job.simulation.stage.Pipeline;
import io.podflow.job.simulation.stage.Stages;
import io.podflow.job.simulation.world.World;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One run of a world: processes that share nothing but topics move one at a time, in an order that
 * the seed sets, until there is nothing left to do. A job that waits for ever is found, too.
 */
final class Simulation {

  private static final int MOST_MOVES = 2_000_000;
  private static final int LONGEST_STALL = 400;

  private final World world;
  private final Stages stages;
  private final Disturbances disturbances;
  private final SplittableRandom random;
  private final Topic<FeedItem> bars = new Topic<>();
  private final Topic<OrderCommand> orders = new Topic<>();
  private final Topic<ExchangeReport> reports = new Topic<>();
  private final Producer producer = new Producer(orders);
  private final ExchangeProcess exchange;
  private final List<FeedItem> fed = new ArrayList<>();
  private final List<RunRecord> transaction = new ArrayList<>();
  private final List<RunRecord> committed = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> moments = new ArrayList<>();
  private final List<Actor> actors;
  private final int weights;
  private final boolean calm;
  private Checkpoint last = Checkpoint.NOTHING;
  private Pipeline job;
  private List<FeedItem> feed;
  private int feedPart;
  private int feedAt;
  private int moved;
  private boolean ordered;

  /** Somebody who can do one thing at a time. */
  private static final class Actor {

    private final int weight;
    private final BooleanSupplier move;
    private int stalled;

    Actor(int weight, BooleanSupplier move) {
      this.weight = weight;
      this.move = move;
    }
  }

  /** What the job puts into its transaction and its producer. */
  private final class Sinks implements Output {

    @Override
    public void record(RunRecord record) {
      transaction.add(record);
    }

    @Override
    public void command(OrderCommand command) {
      producer.add(command);
      ordered |= command.kind() == OrderCommand.Kind.SEND;
    }

    @Override
    public void late(Event event) {
      faults.add("came after its close was decided: " + event);
    }
  }

  private Simulation(World world, Stages stages, Disturbances disturbances, boolean calm) {
    this.world = world;
    this.stages = stages;
    this.disturbances = disturbances;
    this.calm = calm;
    this.random = disturbances.schedule();
    this.feed = world.feed(0);
    this.exchange =
        new ExchangeProcess(world, bars, orders, new ReportSender(reports, disturbances));
    this.job = start(new Pipeline.Parallelism(1, 1));
    this.actors = actors();
    this.weights = actors.stream().mapToInt(actor -> actor.weight).sum();
  }

  /** A run in which everybody does at once what there is to do. */
  static Outcome calm(World world, Stages stages) {
    Disturbances none = Disturbances.only(world.seed(), Set.of());
    return new Simulation(world, stages, none, true).run();
  }

  static Outcome disturbed(World world, Stages stages, Disturbances disturbances) {
    return new Simulation(world, stages, disturbances, false).run();
  }

  /** In the order in which a calm run asks them. */
  private List<Actor> actors() {
    return List.of(
        new Actor(1 + random.nextInt(20), () -> job.move(random)),
        new Actor(1 + random.nextInt(4), producer::sendOne),
        new Actor(1, producer::sendStraggler),
        new Actor(1 + random.nextInt(4), () -> exchange.move(random)),
        new Actor(1 + random.nextInt(4), this::readReport),
        new Actor(1 + random.nextInt(4), this::readBar),
        new Actor(1 + random.nextInt(4), this::feedOne));
  }

  private Outcome run() {
    while (moved++ < MOST_MOVES && (moves() || goesOn())) {
      if (!calm) {
        disturb();
      }
    }
    if (moved >= MOST_MOVES) {
      faults.add("does not come to an end");
    }
    checkpoint();
    job.close();
    return new Outcome(
        List.copyOf(committed), orders.all(), fed, exchange.exchange(), faults, moments);
  }

  /** Whether somebody has moved, or will when it no longer stands still. */
  private boolean moves() {
    boolean waits = false;
    int first = calm ? 0 : drawn();
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get((first + i) % actors.size());
      if (actor.stalled > 0) {
        actor.stalled--;
        waits = true;
      } else if (actor.move.getAsBoolean()) {
        return true;
      }
    }
    return waits;
  }

  private int drawn() {
    int left = random.nextInt(weights);
    int actor = 0;
    while (left >= actors.get(actor).weight) {
      left -= actors.get(actor).weight;
      actor++;
    }
    return actor;
  }

  /** Everything is quiet: the next part of the feed, until there is no need of one. */
  private boolean goesOn() {
    if (feedPart >= world.changes() && !exchange.isAway()) {
      return false;
    }
    if (feedPart < world.changes() && world.changesByRestart()) {
      stopAndGoOn(", then another configuration");
    }
    nextPart();
    return true;
  }

  private void nextPart() {
    feed = world.feed(++feedPart);
    feedAt = 0;
  }

  private boolean feedOne() {
    if (feedAt == feed.size() && feedPart < world.changes() && !world.changesByRestart()) {
      nextPart();
    }
    if (feedAt == feed.size()) {
      return false;
    }
    FeedItem item = feed.get(feedAt++);
    fed.add(item);
    bars.append(item);
    if (disturbances.strikes(Disturbance.REPEATED_BARS)) {
      int back = 1 + disturbances.random(Disturbance.REPEATED_BARS).nextInt(30);
      note("the last bars once more");
      int end = bars.end();
      for (int i = Math.max(0, end - back); i < end; i++) {
        bars.append(bars.at(i));
      }
    }
    return true;
  }

  private boolean readBar() {
    if (job.barsRead() == bars.end()) {
      return false;
    }
    job.bar(bars.at(job.barsRead()));
    return true;
  }

  private boolean readReport() {
    if (job.reportsRead() == reports.end()) {
      return false;
    }
    job.report(reports.at(job.reportsRead()));
    return true;
  }

  private void disturb() {
    boolean sends = ordered;
    ordered = false;
    if (disturbances.checkpointNow()) {
      checkpoint();
    }
    if (disturbances.strikes(Disturbance.FAILED_CHECKPOINT)) {
      note("a checkpoint fails");
      job.checkpoint(random);
      producer.flush();
    }
    if (disturbances.strikes(Disturbance.CRASH)
        || (sends && disturbances.strikes(Disturbance.CRASH_AFTER_ORDER))) {
      crash();
    }
    if (disturbances.strikes(Disturbance.SAVEPOINT)) {
      stopAndGoOn("");
    }
    if (world.exchangeRestarts() && disturbances.strikes(Disturbance.EXCHANGE_RESTART)) {
      note("the exchange side is started again");
      exchange.restart(random.nextBoolean());
    }
    if (disturbances.strikes(Disturbance.STALL)) {
      SplittableRandom stall = disturbances.random(Disturbance.STALL);
      int who = stall.nextInt(actors.size());
      actors.get(who).stalled = stall.nextInt(LONGEST_STALL);
      note("process " + who + " stands still");
    }
  }

  /** Decisions are committed with the state that they are from, and all orders are out. */
  private void checkpoint() {
    last = job.checkpoint(random);
    producer.flush();
    committed.addAll(transaction);
    transaction.clear();
  }

  private void crash() {
    note("the job is killed, " + producer.inFlight() + " commands on their way");
    job.close();
    transaction.clear();
    producer.die(
        disturbances.random(Disturbance.CRASH), disturbances.strikes(Disturbance.STRAGGLER));
    job = start(parallelism());
  }

  private void stopAndGoOn(String how) {
    note("a stop with a savepoint" + how);
    checkpoint();
    job.close();
    job = start(parallelism());
  }

  private Pipeline.Parallelism parallelism() {
    if (!stages.rescales()) {
      return new Pipeline.Parallelism(1, 1);
    }
    return new Pipeline.Parallelism(1 + random.nextInt(3), 1 + random.nextInt(3));
  }

  private Pipeline start(Pipeline.Parallelism parallelism) {
    return new Pipeline(stages, world.symbols(), parallelism, last, new Sinks());
  }

  private void note(String what) {
    moments.add("move " + moved + ": " + what);
  }
}
