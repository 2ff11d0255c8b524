package io.podflow.live.testing;

import io.podflow.job.testing.BuildJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * One broker and one cluster for all tests that run in this process, as each takes long to start.
 * They start when they are first asked for and stop with the process. A test takes topics that no
 * other test has, and ends its jobs: there are slots for one job.
 */
public final class SharedParts {

  private static @Nullable SharedParts shared;

  public final LocalParts local;

  /** The jars of this build, for the cluster. */
  public final List<Path> jars;

  private SharedParts(LocalParts local, List<Path> jars) {
    this.local = local;
    this.jars = jars;
  }

  /** Returns when both can be used. */
  public static synchronized SharedParts running() throws IOException, InterruptedException {
    SharedParts before = shared;
    if (before != null) {
      return before;
    }
    Path folder = Files.createTempDirectory("podflow-shared-parts");
    LocalParts local = new LocalParts(folder.resolve("local"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(local, folder), "stop parts"));
    local.start();
    SharedParts started = new SharedParts(local, BuildJars.in(folder));
    shared = started;
    return started;
  }

  public RestClusterClient<String> client() throws Exception {
    int colon = local.cluster.lastIndexOf(':');
    return new RestClusterClient<>(
        new Configuration()
            .set(RestOptions.ADDRESS, local.cluster.substring(0, colon))
            .set(RestOptions.PORT, Integer.parseInt(local.cluster.substring(colon + 1))),
        "shared");
  }

  /** Ends a job, by its id. */
  public void cancel(String job) throws Exception {
    try (RestClusterClient<String> client = client()) {
      client.cancel(JobID.fromHexString(job)).get();
    }
  }

  private static void stop(LocalParts local, Path folder) {
    try {
      local.close();
      FileUtils.deleteDirectoryQuietly(folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
