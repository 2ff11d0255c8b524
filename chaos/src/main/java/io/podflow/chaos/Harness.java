package io.podflow.chaos;

import io.podflow.chaos.fault.FaultKind;
import io.podflow.chaos.plan.Plan;
import io.podflow.chaos.stage.CheckpointDisk;
import io.podflow.chaos.stage.KeptJob;
import io.podflow.chaos.stage.LocalProcesses;
import io.podflow.chaos.stage.PaperExchangeStage;
import io.podflow.chaos.stage.PodflowProcesses;
import io.podflow.chaos.stage.Scene;
import io.podflow.chaos.stage.Stage;
import io.podflow.chaos.traffic.Feed;
import io.podflow.chaos.traffic.TopicLog;
import io.podflow.chaos.verdict.Audit;
import io.podflow.chaos.verdict.Left;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A broker and a cluster of its own, an undisturbed run, and any number of disturbed ones that are
 * held against it.
 */
final class Harness implements AutoCloseable {

  private final Path folder;
  private final Path config;
  private final TradedMarket market;
  private final LocalProcesses local;
  private final CheckpointDisk disk;
  private final PodflowProcesses commands;
  private final KafkaAccess kafka;
  private final Consumer<String> told;
  private int runs;
  private @Nullable Left undisturbed;

  /**
   * @param config what is traded; its bars are those of the synthetic market
   * @param closes how many are traded, at least
   * @param folder for everything that is written, but for broker and cluster
   * @param jars of podflow and all that it needs
   * @param told gets a line for everything that happens
   */
  Harness(
      Path config,
      int closes,
      Path folder,
      LocalProcesses local,
      List<Path> jars,
      Consumer<String> told)
      throws IOException {
    this.folder = folder;
    this.config = config;
    this.local = local;
    this.told = told;
    this.market = TradedMarket.of(config, folder.resolve("market"), closes);
    this.disk = new CheckpointDisk(local);
    this.commands = new PodflowProcesses(jars);
    this.kafka = KafkaAccess.of(local.broker(), null, Map.of());
  }

  /** Starts broker and cluster, and makes the run that the others are held against. */
  void start() throws Exception {
    disk.prepare();
    local.start();
    long begun = System.nanoTime();
    undisturbed = trial(Duration.ZERO, outcome -> {}).run(new Plan(List.of()), List.of());
    told.accept(
        "undisturbed: %d closes, %d orders, %d s"
            .formatted(
                closes("SELECT time FROM equity ORDER BY time").size(),
                undisturbed.orderIds().size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
  }

  private Left undisturbed() {
    return Objects.requireNonNull(undisturbed, "started");
  }

  private List<Long> closes(String sql) {
    try (RunDb run = RunDb.open(undisturbed().runDb())) {
      return run.query(sql, row -> row.time(0));
    }
  }

  /** The moments that a seed makes of those faults that are possible here. */
  Plan plan(long seed, List<List<FaultKind>> faults, int times) {
    List<List<FaultKind>> possible = faults;
    if (!disk.canBeFilled()) {
      told.accept("left out: a full disk, as root may not mount one here");
      possible = faults.stream().filter(all -> !all.contains(FaultKind.FULL_DISK)).toList();
    }
    return Plan.of(
        seed,
        possible,
        times,
        closes("SELECT time FROM equity ORDER BY time"),
        closes("SELECT DISTINCT time FROM orders ORDER BY time"));
  }

  /**
   * Trades the same bars with the faults of a plan.
   *
   * @param pause between closes
   * @return whether nothing was lost
   */
  boolean disturb(Plan plan, Duration pause) throws Exception {
    try {
      return isSame(plan, pause);
    } catch (TimeoutException | ExecutionException | IOException e) {
      told.accept("NOT THE SAME: the run has come to nothing: " + e.getMessage());
      return false;
    }
  }

  private boolean isSame(Plan plan, Duration pause) throws Exception {
    List<Long> closes = closes("SELECT time FROM equity ORDER BY time");
    List<Outcome> outcomes = new ArrayList<>();
    Left left =
        trial(
                pause,
                outcome -> {
                  outcomes.add(outcome);
                  told.accept(MomentTable.row(outcome));
                })
            .run(plan, closes);
    Audit audit = Audit.of(undisturbed(), left, closes, market.scope().capital());
    told.accept("");
    told.accept(MomentTable.HEAD.stripTrailing());
    MomentTable.rows(outcomes, audit).forEach(told);
    told.accept("");
    VerdictLines.of(audit, left).forEach(told);
    return audit.isClean();
  }

  private Trial trial(Duration pause, Consumer<Outcome> outcomes) throws Exception {
    runs++;
    Topics topics = new Topics("chaos-" + runs);
    Path ofRun = Files.createDirectories(folder.resolve("run-" + runs));
    TopicSetup.ensure(kafka, topics);
    Scene scene = new Scene(config, market.from(), topics, ofRun);
    Stage stage =
        new Stage(
            local,
            disk,
            new KeptJob(commands, scene, local),
            new PaperExchangeStage(commands, scene, local.broker()));
    Feed feed =
        new Feed(kafka, topics, market.scope(), market.inventory(), market.scope().window(), pause);
    TopicLog log = new TopicLog(kafka, topics, LiveCodecs.of(market.scope().layout()));
    return new Trial(stage, scene, kafka, feed, log, outcomes);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    local.stop(folder.resolve("logs"));
    disk.release();
  }
}
