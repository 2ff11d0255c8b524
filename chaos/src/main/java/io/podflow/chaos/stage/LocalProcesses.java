package io.podflow.chaos.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The broker and the cluster as {@code scripts/kafka} and {@code scripts/cluster} run them. */
public final class LocalProcesses {

  public static final String BROKER = "kafka/broker";
  public static final String JOB_MANAGER = "flink/job-manager";
  static final String TASK_MANAGER = "flink/task-manager-";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path root;
  private final Path folder;
  private final TreeMap<String, String> environment;

  /**
   * @param root of the project
   * @param environment the variables of docs/local.md; folder and ports must be there
   */
  public LocalProcesses(Path root, Map<String, String> environment) {
    this.root = root;
    this.environment = new TreeMap<>(environment);
    this.folder = Path.of(variable("PODFLOW_LOCAL_DIR"));
  }

  private String variable(String name) {
    return Objects.requireNonNull(environment.get(name), name);
  }

  public String broker() {
    return "127.0.0.1:" + variable("PODFLOW_KAFKA_PORT");
  }

  public String cluster() {
    return "127.0.0.1:" + variable("PODFLOW_FLINK_PORT");
  }

  Path checkpoints() {
    return folder.resolve("flink/checkpoints");
  }

  /**
   * Refuses to begin where something runs already: it would be killed.
   *
   * @throws IOException if something runs, or does not start
   */
  public void start() throws IOException, InterruptedException {
    for (String script : List.of("kafka", "cluster")) {
      if (call(script, "status").said().matches("(?s).*pid +\\d.*")) {
        throw new IOException(
            "scripts/" + script + " runs already in " + folder + ", and would be killed");
      }
    }
    startBroker();
    startCluster();
  }

  public void startBroker() throws IOException, InterruptedException {
    up("kafka");
  }

  /** Starts what does not run, and waits until all task managers are known. */
  public void startCluster() throws IOException, InterruptedException {
    up("cluster");
  }

  /** A second fault may kill what is about to be repaired, so one failure is none. */
  private void up(String script) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Call call = call(script, "up");
    while (call.code() != 0) {
      if (System.nanoTime() > until) {
        throw new IOException("scripts/" + script + " up failed:\n" + call.said());
      }
      call = call(script, "up");
    }
  }

  /** Stops all; its logs stay in {@code logs}, what else it has written does not. */
  public void stop(Path logs) throws IOException, InterruptedException {
    call("cluster", "down");
    call("kafka", "down");
    for (String part : List.of("kafka", "flink")) {
      keep(folder.resolve(part).resolve("logs"), logs.resolve(part));
    }
    call("cluster", "down", "--clean");
    call("kafka", "down", "--clean");
  }

  private static void keep(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Names of the task managers that have been started, whether they still run or not. */
  List<String> taskManagers() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("flink"))) {
      return files
          .map(file -> "flink/" + file.getFileName())
          .filter(name -> name.startsWith(TASK_MANAGER) && name.endsWith(".pid"))
          .map(name -> name.substring(0, name.length() - ".pid".length()))
          .sorted()
          .toList();
    }
  }

  /** The pid of a process that runs. */
  public OptionalLong pid(String name) throws IOException {
    Path file = folder.resolve(name + ".pid");
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    long pid = Long.parseLong(Files.readString(file).strip());
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
        ? OptionalLong.of(pid)
        : OptionalLong.empty();
  }

  private record Call(int code, String said) {}

  private Call call(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(root.resolve("scripts/" + script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Call(process.waitFor(), said);
    }
  }
}
