package io.podflow.chaos.stage;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Everything of a run that a fault can hit.
 *
 * @param local the broker and the cluster
 * @param disk of checkpoints
 * @param job on the cluster
 * @param exchange the other side
 */
public record Stage(
    LocalProcesses local, CheckpointDisk disk, KeptJob job, PaperExchangeStage exchange) {

  /** {@code kill -9}. */
  public void kill(String process) throws IOException, InterruptedException {
    OptionalLong pid = local.pid(process);
    if (pid.isPresent()) {
      Signals.kill(pid.getAsLong());
    }
  }

  /** Lets a process stand still; returns its pid, or -1 when it does not run. */
  public long pause(String process) throws IOException, InterruptedException {
    long pid = local.pid(process).orElse(-1);
    if (pid > 0) {
      Signals.pause(pid);
    }
    return pid;
  }

  public void killExchange() throws IOException, InterruptedException {
    Signals.kill(exchange.pid());
  }

  public long pauseExchange() throws IOException, InterruptedException {
    Signals.pause(exchange.pid());
    return exchange.pid();
  }

  public void carryOn(long pid) throws IOException, InterruptedException {
    if (pid > 0) {
      Signals.carryOn(pid);
    }
  }

  public void fillDisk() throws IOException {
    disk.fill();
  }

  public void freeDisk() throws IOException {
    disk.free();
  }

  /** One of those that the job runs on; any, while nobody can tell. */
  public String busyTaskManager(SplittableRandom random) throws IOException, InterruptedException {
    List<String> hosts =
        job.hosts().stream().map(id -> "flink/" + id.replaceFirst("-\\d+$", "")).toList();
    List<String> names = hosts.isEmpty() ? local.taskManagers() : hosts;
    return names.get(random.nextInt(names.size()));
  }
}
