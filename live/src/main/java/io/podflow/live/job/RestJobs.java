package io.podflow.live.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** Asks a cluster over its REST interface, and its folder of checkpoints. */
final class RestJobs implements ClusterJobs {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String CHECKPOINT = "chk-";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String cluster;
  private @Nullable String folder;

  /**
   * @param cluster {@code host:port}
   */
  RestJobs(String cluster) {
    this.cluster = cluster;
  }

  @Override
  public State stateOf(String job) throws IOException, InterruptedException {
    JsonNode answer = ask("/jobs/" + job);
    return answer == null ? State.LOST : stateOf(JobStatus.valueOf(answer.path("state").asText()));
  }

  private static State stateOf(JobStatus status) {
    if (status == JobStatus.FAILED) {
      return State.FAILED;
    }
    return status.isGloballyTerminalState() ? State.ENDED : State.ALIVE;
  }

  @Override
  public @Nullable String named(String name) throws IOException, InterruptedException {
    JsonNode answer = ask("/jobs/overview");
    if (answer != null) {
      for (JsonNode job : answer.path("jobs")) {
        JobStatus status = JobStatus.valueOf(job.path("state").asText());
        if (job.path("name").asText().equals(name) && stateOf(status) == State.ALIVE) {
          return job.path("jid").asText();
        }
      }
    }
    return null;
  }

  /**
   * The folder is asked for once: when it is needed, there may be nobody to ask.
   *
   * @throws IOException if the cluster keeps checkpoints nowhere
   */
  void findCheckpoints() throws IOException, InterruptedException {
    JsonNode settings = ask("/jobmanager/config");
    if (settings != null) {
      for (JsonNode setting : settings) {
        if (setting.path("key").asText().equals("execution.checkpointing.dir")) {
          folder = setting.path("value").asText();
        }
      }
    }
    if (folder == null) {
      throw new IOException("the cluster has no execution.checkpointing.dir to go on from");
    }
  }

  @Override
  public @Nullable String newestCheckpoint(String job) throws IOException, InterruptedException {
    if (folder == null) {
      findCheckpoints();
    }
    Path ofJob = new Path(folder, job);
    long newest = -1;
    for (FileStatus entry : list(ofJob)) {
      String name = entry.getPath().getName();
      if (name.matches(CHECKPOINT + "\\d+") && isComplete(entry.getPath())) {
        newest = Math.max(newest, Long.parseLong(name.substring(CHECKPOINT.length())));
      }
    }
    return newest < 0 ? null : new Path(ofJob, CHECKPOINT + newest).toString();
  }

  private static FileStatus[] list(Path folder) throws IOException {
    try {
      FileStatus[] entries = folder.getFileSystem().listStatus(folder);
      return entries == null ? new FileStatus[0] : entries;
    } catch (FileNotFoundException nothingYet) {
      return new FileStatus[0];
    }
  }

  /** Metadata are written last, under another name until they are whole. */
  private static boolean isComplete(Path checkpoint) throws IOException {
    return checkpoint.getFileSystem().exists(new Path(checkpoint, "_metadata"));
  }

  /** The answer, or null for what the cluster does not know. */
  private @Nullable JsonNode ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + cluster + path)).timeout(PATIENCE).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == HttpURLConnection.HTTP_NOT_FOUND) {
      return null;
    }
    if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException(path + " was answered with " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }
}
