package io.podflow.live.testing;

import io.podflow.job.testing.LocalPorts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker and a cluster as users start them, on ports and in a folder of their own. */
public final class LocalParts implements AutoCloseable {

  private static final Path ROOT =
      Path.of(System.getProperty("podflow.root", "..")).toAbsolutePath().normalize();

  /** {@code host:port} that clients of the broker use. */
  public final String broker;

  /** {@code host:port} of the cluster's REST interface. */
  public final String cluster;

  private final Map<String, String> environment;
  private final List<String> started = new ArrayList<>();

  /**
   * Nothing runs yet.
   *
   * @param folder of everything that they write
   */
  public LocalParts(Path folder) throws IOException {
    environment = LocalPorts.free(folder);
    broker = "127.0.0.1:" + environment.get("PODFLOW_KAFKA_PORT");
    cluster = "127.0.0.1:" + environment.get("PODFLOW_FLINK_PORT");
  }

  /** Returns when both can be used. */
  public void start() throws IOException, InterruptedException {
    for (String script : List.of("kafka", "cluster")) {
      started.add(script);
      run(script, "up");
    }
  }

  /** Returns when the broker can be used; there is no cluster. */
  public void startBroker() throws IOException, InterruptedException {
    started.add("kafka");
    run("kafka", "up");
  }

  private void run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("scripts/" + script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said;
    try (InputStream output = process.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed:\n" + said);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    for (int i = started.size() - 1; i >= 0; i--) {
      run(started.get(i), "down");
    }
  }
}
