package io.podflow.job.live;

import io.podflow.job.live.ClusterJobs.State;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a job on a cluster whose job manager may die. A cluster without high availability forgets
 * its jobs then; their checkpoints stay. So whenever the cluster answers and does not know the job,
 * it is submitted again from its newest checkpoint.
 */
public final class JobKeeper {

  /** Submits the job. */
  @FunctionalInterface
  interface Submission {

    /**
     * @param from a savepoint or a checkpoint, or null to begin
     * @return id of the job
     */
    String submit(@Nullable String from) throws Exception;
  }

  /** Lets some time pass. */
  @FunctionalInterface
  interface Pause {

    void pause() throws InterruptedException;
  }

  private final ClusterJobs cluster;
  private final Submission submission;
  private final Pause pause;
  private final Consumer<String> told;

  /**
   * @param told gets a line for everything that happens
   */
  JobKeeper(ClusterJobs cluster, Submission submission, Pause pause, Consumer<String> told) {
    this.cluster = cluster;
    this.submission = submission;
    this.pause = pause;
    this.told = told;
  }

  /**
   * Returns when somebody has ended the job.
   *
   * @param name of the job; one of this name that is alive is taken over, not submitted twice
   * @param resume what to begin from, or null
   * @throws IllegalStateException if the cluster has given the job up
   * @throws Exception if the job cannot be submitted at the start
   */
  void keep(String name, @Nullable String resume) throws Exception {
    String running = cluster.named(name);
    String from = resume;
    String job = running == null ? submission.submit(from) : running;
    told.accept("job " + job + (running == null ? " runs" : " runs already"));
    while (true) {
      pause.pause();
      switch (stateOf(job)) {
        case ALIVE -> {}
        case ENDED -> {
          told.accept("job " + job + " has been ended");
          return;
        }
        case FAILED -> throw new IllegalStateException("the cluster has given up job " + job);
        case LOST -> {
          from = newest(job, from);
          job = inPlaceOf(job, name, from);
        }
      }
    }
  }

  /** A cluster that does not answer may still have the job. */
  private State stateOf(String job) throws InterruptedException {
    try {
      return cluster.stateOf(job);
    } catch (IOException away) {
      return State.ALIVE;
    }
  }

  private @Nullable String newest(String job, @Nullable String before) throws Exception {
    String newest = cluster.newestCheckpoint(job);
    return newest == null ? before : newest;
  }

  /**
   * What fails because the cluster is dying again is done again, unless the job has got through.
   */
  private String inPlaceOf(String lost, String name, @Nullable String from)
      throws InterruptedException {
    try {
      String running = cluster.named(name);
      String job = running == null ? submission.submit(from) : running;
      told.accept("job " + job + " runs in place of " + lost + ", from " + from);
      return job;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      told.accept("job " + lost + " is lost, and cannot be submitted: " + e);
      return lost;
    }
  }
}
