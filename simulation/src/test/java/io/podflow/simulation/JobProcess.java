package io.podflow.simulation;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.Event;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.RunRecord;
import io.podflow.simulation.stage.Checkpoint;
import io.podflow.simulation.stage.Output;
import io.podflow.simulation.stage.Pipeline;
import io.podflow.simulation.stage.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The job from its first start to its last stop, however often it dies in between. Decisions are
 * committed with the state that they are from; commands are sent at least once.
 */
final class JobProcess {

  private final Stages stages;
  private final Topic<FeedItem> bars;
  private final Topic<ExchangeReport> reports;
  private final Producer producer;
  private final SplittableRandom random;
  private final List<RunRecord> transaction = new ArrayList<>();
  private final List<RunRecord> committed = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private Checkpoint last = Checkpoint.NOTHING;
  private Pipeline life;
  private boolean ordered;
  private @Nullable PortfolioDecision lastClose;

  /** What the job puts into its transaction and its producer. */
  private final class Sinks implements Output {

    @Override
    public void record(RunRecord record) {
      transaction.add(record);
      PortfolioDecision decision = record.portfolio();
      if (decision != null && !decision.equity().isEmpty()) {
        lastClose = decision;
      }
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

  JobProcess(
      Stages stages,
      Topic<FeedItem> bars,
      Topic<ExchangeReport> reports,
      Producer producer,
      SplittableRandom random) {
    this.stages = stages;
    this.bars = bars;
    this.reports = reports;
    this.producer = producer;
    this.random = random;
    this.life = start(new Pipeline.Parallelism(1, 1));
  }

  boolean move() {
    return life.move(random);
  }

  boolean readBar() {
    if (life.barsRead() == bars.end()) {
      return false;
    }
    life.bar(bars.at(life.barsRead()));
    return true;
  }

  boolean readReport() {
    if (life.reportsRead() == reports.end()) {
      return false;
    }
    life.report(reports.at(life.reportsRead()));
    return true;
  }

  /** Whether an order was decided since it was last asked. */
  boolean hasOrdered() {
    boolean has = ordered;
    ordered = false;
    return has;
  }

  /** The last close that was decided, committed or not. */
  @Nullable PortfolioDecision lastClose() {
    return lastClose;
  }

  void checkpoint() {
    last = life.checkpoint(random);
    producer.flush();
    committed.addAll(transaction);
    transaction.clear();
  }

  /** All is done for one, and it does not count. */
  void failedCheckpoint() {
    life.checkpoint(random);
    producer.flush();
  }

  /** It is killed, with its producer, and goes on from its last checkpoint. */
  void crash(SplittableRandom chance, boolean straggles) {
    life.close();
    transaction.clear();
    producer.die(chance, straggles);
    life = start(parallelism());
  }

  /** A stop with a savepoint, and a start from it. */
  void stopAndGoOn() {
    stop();
    life = start(parallelism());
  }

  void stop() {
    checkpoint();
    life.close();
  }

  List<RunRecord> committed() {
    return List.copyOf(committed);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  private Pipeline.Parallelism parallelism() {
    return new Pipeline.Parallelism(1 + random.nextInt(3), 1 + random.nextInt(3));
  }

  private Pipeline start(Pipeline.Parallelism parallelism) {
    return new Pipeline(stages, parallelism, last, new Sinks());
  }
}
