package io.podflow.live.job;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a cluster knows of jobs. */
interface ClusterJobs {

  /** How a job is. */
  enum State {
    /** It runs, or the cluster does what it takes that it runs again. */
    ALIVE,
    /** Somebody has stopped or cancelled it. */
    ENDED,
    /** The cluster has given it up. */
    FAILED,
    /** The cluster does not know it. */
    LOST
  }

  /**
   * @throws IOException while the cluster does not answer
   */
  State stateOf(String job) throws IOException, InterruptedException;

  /**
   * Id of a job of this name that is alive, or null.
   *
   * @throws IOException while the cluster does not answer
   */
  @Nullable String named(String name) throws IOException, InterruptedException;

  /**
   * The newest complete checkpoint of a job, or null when it has none.
   *
   * @throws IOException while the folder of checkpoints cannot be read
   */
  @Nullable String newestCheckpoint(String job) throws IOException, InterruptedException;
}
