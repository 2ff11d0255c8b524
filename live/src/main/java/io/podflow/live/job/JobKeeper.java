package io.podflow.live.job;

import io.podflow.live.job.ClusterJobs.State;
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

  /** What the job that runs now has begun from; goes for one that has no checkpoint yet. */
  private @Nullable String begun;

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
    String job = running == null ? submission.submit(resume) : running;
    told.accept("job " + job + (running == null ? " runs" : " runs already"));
    begun = resume;
    while (true) {
      pause.pause();
      switch (stateOf(job)) {
        case ALIVE -> {}
        case ENDED -> {
          told.accept("job " + job + " has been ended");
          return;
        }
        case FAILED -> throw new IllegalStateException("the cluster has given up job " + job);
        case LOST -> job = inPlaceOf(job, name);
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

  /**
   * What fails because the cluster is dying again, or because checkpoints cannot be looked at, is
   * done again, unless the job has got through.
   *
   * @return the lost one as long as it has to be done again
   */
  private String inPlaceOf(String lost, String name) throws InterruptedException {
    try {
      String newest = cluster.newestCheckpoint(lost);
      String from = newest == null ? begun : newest;
      String running = cluster.named(name);
      String job = running == null ? submission.submit(from) : running;
      told.accept("job " + job + " runs in place of " + lost + ", from " + from);
      begun = from;
      return job;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      told.accept("job " + lost + " is lost, and cannot be submitted: " + e);
      return lost;
    }
  }
}
