package io.podflow.simulation;

import io.podflow.job.engine.RunScope;
import io.podflow.simulation.stage.OperatorStages;
import io.podflow.simulation.stage.Stages;
import io.podflow.simulation.stage.StepStages;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs seeds and says what fails, with the fewest kinds of disturbances that it takes. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description =
        "Runs a live portfolio, its feed and its exchange side in one process, once undisturbed"
            + " and once disturbed, by seeds. Exit code 1 when a seed fails.")
public final class Simulate implements Callable<Integer> {

  @Option(names = "--seed", defaultValue = "1", description = "the first seed (${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--runs", defaultValue = "1", description = "how many seeds (${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = "--level",
      defaultValue = "STEPS",
      description =
          "${COMPLETION-CANDIDATES}: the steps alone, or the operators (${DEFAULT-VALUE})")
  private Level level = Level.STEPS;

  @Option(names = "--moments", description = "print the disturbances of every seed that is run")
  private boolean moments;

  @Option(names = "--until-failure", description = "stop when a seed has failed")
  private boolean untilFailure;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final Map<String, Long> tally = new LinkedHashMap<>();
  private int done;
  private int failed;

  /** What is run. */
  enum Level {
    STEPS,
    OPERATORS,
    ROCKSDB;

    Function<RunScope, Stages> stages() {
      return switch (this) {
        case STEPS -> StepStages::new;
        case OPERATORS -> scope -> new OperatorStages(scope, false);
        case ROCKSDB -> scope -> new OperatorStages(scope, true);
      };
    }
  }

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Simulate()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    long begun = System.nanoTime();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    LongStream.range(seed, seed + runs).forEach(each -> threads.execute(() -> run(each)));
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.DAYS);
    System.out.printf(
        "%,d runs from seed %d (%s): %d failed; %.0f s%n",
        done, seed, level, failed, (System.nanoTime() - begun) / 1e9);
    tally.forEach((what, count) -> System.out.printf("  %,12d %s%n", count, what));
    return failed == 0 && done == runs ? 0 : 1;
  }

  private void run(long each) {
    if (!stop.get()) {
      Trial trial = Trial.of(each, level.stages());
      count(trial.isFine() ? trial : trial.smallest(level.stages()));
    }
  }

  private synchronized void count(Trial trial) {
    done++;
    trial.tally().forEach((what, count) -> tally.merge(what, count, Long::sum));
    if (!trial.isFine()) {
      failed++;
      stop.set(untilFailure);
    }
    if (moments || !trial.isFine()) {
      say(trial);
    }
  }

  private void say(Trial trial) {
    System.out.println(trial.world());
    System.out.println("  disturbed by " + trial.disturbances());
    int most = moments ? Integer.MAX_VALUE : 6;
    trial.moments().stream().limit(most).forEach(moment -> System.out.println("    " + moment));
    trial.found().forEach(found -> System.out.println("  FAILED " + found));
    if (!trial.isFine()) {
      System.out.printf(
          "  again: scripts/simulate --seed %d --level %s --moments%n",
          trial.world().seed(), level.name().toLowerCase(Locale.ROOT));
    }
  }
}
