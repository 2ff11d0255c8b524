package io.podflow.chaos.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The job as {@code podflow live --keep} has it on the cluster. */
public final class KeptJob {

  private static final Pattern RUNS = Pattern.compile("(?m)^job ([0-9a-f]{32}) runs");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final PodflowProcesses commands;
  private final Scene scene;
  private final String broker;
  private final String cluster;
  private final ClusterRest rest;
  private int starts;
  private int parallelism = 1;
  private @Nullable Process keeper;

  public KeptJob(PodflowProcesses commands, Scene scene, LocalProcesses local) {
    this.commands = commands;
    this.scene = scene;
    this.broker = local.broker();
    this.cluster = local.cluster();
    this.rest = new ClusterRest(cluster);
  }

  /** Starts it from the beginning of its topics, and returns when the cluster has it. */
  public void start() throws IOException, InterruptedException {
    start(null);
  }

  /** What cannot be submitted because the cluster is dying is submitted again. */
  private void start(@Nullable String resume) throws IOException, InterruptedException {
    long until = deadline();
    launch(resume);
    while (id() == null) {
      if (!running().isAlive()) {
        if (System.nanoTime() > until) {
          throw new IOException("the job cannot be submitted:\n" + said());
        }
        launch(resume);
      }
      pause();
    }
  }

  private void launch(@Nullable String resume) throws IOException {
    List<String> more = new ArrayList<>(List.of("--external", "--cluster", cluster, "--keep"));
    more.addAll(List.of("--parallelism", String.valueOf(parallelism)));
    if (resume != null) {
      more.addAll(List.of("--resume", resume));
    }
    starts++;
    keeper = commands.start(output(), scene.command("live", broker, more));
  }

  private Process running() {
    return Objects.requireNonNull(keeper, "started");
  }

  private Path output() {
    return scene.folder().resolve("job-" + starts + ".log");
  }

  private String said() throws IOException {
    return Files.exists(output()) ? Files.readString(output()) : "";
  }

  /** The job that runs now, as far as its keeper knows; null before there was any. */
  private @Nullable String id() throws IOException {
    String last = null;
    Matcher lines = RUNS.matcher(said());
    while (lines.find()) {
      last = lines.group(1);
    }
    return last;
  }

  /** Names of the task managers that it runs on; none while nobody can tell. */
  List<String> hosts() throws InterruptedException {
    try {
      String job = id();
      return job == null ? List.of() : rest.hosts(job);
    } catch (IOException away) {
      return List.of();
    }
  }

  /** Number of parallel tasks. */
  public int parallelism() {
    return parallelism;
  }

  /** Goes on from a savepoint, and returns when the cluster has the job. */
  public void goOn(String savepoint, int newParallelism) throws IOException, InterruptedException {
    parallelism = newParallelism;
    start(savepoint);
  }

  /**
   * Stops it with a savepoint, and says where that lies. A stop that fails, as in the middle of a
   * restart, is asked for again.
   */
  public String stop() throws IOException, InterruptedException {
    long until = deadline();
    while (true) {
      try {
        String path = stoppedOnce();
        running().destroyForcibly().waitFor();
        return path;
      } catch (IOException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
        pause();
      }
    }
  }

  private String stoppedOnce() throws IOException, InterruptedException {
    String job = id();
    String request = rest.stop(String.valueOf(job));
    long until = deadline();
    String path = rest.savepoint(String.valueOf(job), request);
    while (path == null) {
      if (System.nanoTime() > until) {
        throw new IOException("no savepoint in " + PATIENCE);
      }
      pause();
      path = rest.savepoint(String.valueOf(job), request);
    }
    return path;
  }

  /** Cancels it, with whoever would start it again. */
  public void end() throws IOException, InterruptedException {
    Process running = keeper;
    if (running != null) {
      running.destroyForcibly().waitFor();
      keeper = null;
      String job = id();
      if (job != null) {
        rest.cancel(job);
      }
    }
  }

  private static long deadline() {
    return System.nanoTime() + PATIENCE.toNanos();
  }

  private static void pause() {
    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
  }
}
