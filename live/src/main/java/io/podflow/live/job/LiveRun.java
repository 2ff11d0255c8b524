package io.podflow.live.job;

import io.podflow.job.flink.FlinkOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Starts a live job, in this process or on a cluster. */
public final class LiveRun {

  /** What a cluster has itself, by the beginning of the name of the jar. */
  private static final List<String> OF_THE_CLUSTER =
      List.of(
          "flink-",
          "slf4j-",
          "log4j-",
          "frocksdbjni",
          "rocksdbjni",
          "jsr305",
          "objenesis",
          "commons-",
          "snappy-",
          "asm-");

  private static final long LOOK_EVERY_MILLIS = 500;

  private final LiveJob job;
  private final Configuration options;
  private final int parallelism;

  public LiveRun(LiveJob job, Configuration options, int parallelism) {
    this.job = job;
    this.options = options;
    this.parallelism = parallelism;
  }

  /** Whether nobody else, such as {@code flink run}, has said where the job is to run. */
  public boolean isInProcess() {
    return StreamExecutionEnvironment.getExecutionEnvironment(options)
        instanceof LocalStreamEnvironment;
  }

  /**
   * Runs until the job fails for good or the process is stopped; under {@code flink run}, where and
   * how that has it.
   *
   * @param state folder of checkpoints and savepoints of a job in this process
   */
  public void here(Path state) throws Exception {
    Configuration here = isInProcess() ? inProcess(state) : options;
    job.assemble(StreamExecutionEnvironment.getExecutionEnvironment(here)).execute(job.name());
  }

  /** The settings of the job in this process, which listens where {@code live.bind} says. */
  Configuration inProcess(Path state) {
    return LiveOptions.inProcess(options, parallelism, state.toAbsolutePath(), job.bind());
  }

  /**
   * Submits the job.
   *
   * @param cluster {@code host:port} of its REST interface
   * @param jars of the class path; those that a cluster has itself are left out
   * @return id of the job
   */
  public String submit(String cluster, List<Path> jars) throws Exception {
    return submit(options, cluster, jars);
  }

  /**
   * Whether a job of this name is alive.
   *
   * @param cluster {@code host:port} of its REST interface
   */
  public static boolean isAlive(String cluster, String name)
      throws IOException, InterruptedException {
    return new RestJobs(cluster).named(name) != null;
  }

  /**
   * Submits the job and stays, to submit it again from its newest checkpoint when the cluster has
   * lost it with its job manager. Returns when somebody has ended the job.
   *
   * @param resume a savepoint or a retained checkpoint to begin from, or null
   * @param told gets a line for everything that happens
   */
  public void keep(String cluster, List<Path> jars, @Nullable String resume, Consumer<String> told)
      throws Exception {
    RestJobs jobs = new RestJobs(cluster);
    jobs.findCheckpoints();
    JobKeeper.Submission submission =
        from -> submit(from == null ? options : FlinkOptions.resumed(options, from), cluster, jars);
    new JobKeeper(jobs, submission, () -> Thread.sleep(LOOK_EVERY_MILLIS), told)
        .keep(job.name(), resume);
  }

  private String submit(Configuration settings, String cluster, List<Path> jars) throws Exception {
    int colon = cluster.lastIndexOf(':');
    Configuration remote =
        new Configuration(settings)
            .set(DeploymentOptions.TARGET, "remote")
            .set(DeploymentOptions.ATTACHED, false)
            .set(RestOptions.ADDRESS, cluster.substring(0, colon))
            .set(RestOptions.PORT, Integer.parseInt(cluster.substring(colon + 1)))
            .set(PipelineOptions.JARS, ofTheJob(jars));
    JobClient client =
        job.assemble(new StreamExecutionEnvironment(remote)).executeAsync(job.name());
    return client.getJobID().toString();
  }

  /** The jars that this process runs from. */
  public static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.toString().endsWith(".jar"))
        .toList();
  }

  private static List<String> ofTheJob(List<Path> jars) {
    return jars.stream()
        .filter(jar -> !isOfTheCluster(jar))
        .map(jar -> jar.toAbsolutePath().toUri().toString())
        .toList();
  }

  private static boolean isOfTheCluster(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return !name.startsWith("flink-connector-")
        && OF_THE_CLUSTER.stream().anyMatch(name::startsWith);
  }
}
