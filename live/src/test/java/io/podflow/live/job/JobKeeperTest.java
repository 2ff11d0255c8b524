package io.podflow.live.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.live.job.ClusterJobs.State;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is submitted in place of a job that is lost, and what is not. */
@Tag("L5")
class JobKeeperTest {

  private final List<String> submitted = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Cluster cluster = new Cluster();
  private int failing;

  @Test
  void aLostJobGoesOnFromItsNewestCheckpoint() throws Exception {
    cluster.states.addAll(List.of(State.ALIVE, State.LOST, State.ALIVE, State.ENDED));
    cluster.checkpoints.put("job-1", "chk-7");
    keep(null);
    assertThat(submitted).containsExactly("job-1 from null", "job-2 from chk-7");
    assertThat(told)
        .containsExactly(
            "job job-1 runs",
            "job job-2 runs in place of job-1, from chk-7",
            "job job-2 has been ended");
  }

  @Test
  void aJobThatIsLostBeforeItsFirstCheckpointBeginsWhereItBegan() throws Exception {
    cluster.states.addAll(List.of(State.LOST, State.LOST, State.ENDED));
    cluster.checkpoints.put("job-1", "chk-7");
    keep("savepoint");
    assertThat(submitted)
        .containsExactly("job-1 from savepoint", "job-2 from chk-7", "job-3 from chk-7");
  }

  @Test
  void aClusterThatDoesNotAnswerMayStillHaveTheJob() throws Exception {
    cluster.awayFor = 3;
    cluster.states.add(State.ENDED);
    keep(null);
    assertThat(submitted).hasSize(1);
  }

  @Test
  void aSubmissionThatFailsIsRepeated() throws Exception {
    cluster.states.addAll(List.of(State.LOST, State.LOST, State.ENDED));
    cluster.checkpoints.put("job-1", "chk-7");
    failing = 2;
    keep(null);
    assertThat(submitted)
        .containsExactly("job-1 from null", "job-2 from chk-7", "job-3 from chk-7");
    assertThat(told.get(1)).startsWith("job job-1 is lost, and cannot be submitted");
    assertThat(told.get(2)).startsWith("job job-3 runs in place of job-1");
  }

  @Test
  void checkpointsThatCannotBeLookedAtAreWaitedFor() throws Exception {
    cluster.states.addAll(List.of(State.LOST, State.LOST, State.ENDED));
    cluster.checkpoints.put("job-1", "chk-7");
    cluster.unreadableFor = 1;
    keep(null);
    assertThat(submitted).containsExactly("job-1 from null", "job-2 from chk-7");
    assertThat(told.get(1)).startsWith("job job-1 is lost, and cannot be submitted");
  }

  @Test
  void aJobThatIsThereIsTakenOver() throws Exception {
    cluster.running = "other";
    cluster.states.add(State.ENDED);
    keep(null);
    assertThat(submitted).isEmpty();
    assertThat(told).contains("job other runs already");
  }

  @Test
  void aJobThatTheClusterHasGivenUpIsNotTriedAgain() {
    cluster.states.add(State.FAILED);
    assertThatThrownBy(() -> keep(null)).hasMessage("the cluster has given up job job-1");
  }

  private void keep(@Nullable String resume) throws Exception {
    new JobKeeper(cluster, this::submit, () -> {}, told::add).keep("podflow live main", resume);
  }

  private String submit(@Nullable String from) throws IOException {
    String job = "job-" + (submitted.size() + 1);
    submitted.add(job + " from " + from);
    if (submitted.size() == failing) {
      throw new IOException("dying");
    }
    return job;
  }

  private static final class Cluster implements ClusterJobs {

    private final Deque<State> states = new ArrayDeque<>();
    private final Map<String, String> checkpoints = new HashMap<>();
    private @Nullable String running;
    private int awayFor;
    private int unreadableFor;

    @Override
    public State stateOf(String job) throws IOException {
      if (awayFor-- > 0) {
        throw new IOException("away");
      }
      return states.remove();
    }

    @Override
    public @Nullable String named(String name) {
      return running;
    }

    @Override
    public @Nullable String newestCheckpoint(String job) throws IOException {
      if (unreadableFor-- > 0) {
        throw new IOException("unreadable");
      }
      return checkpoints.get(job);
    }
  }
}
