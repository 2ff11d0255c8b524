package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.Podflow;
import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM on the real process. */
@DisabledOnOs(OS.WINDOWS)
class InterruptTest {

  /** A Flink run on a machine that others use, too, writes its first rows late. */
  private static final long SECONDS = 240;

  private final Path runs;
  private final Path temporary;
  private final Path messages;

  InterruptTest(@TempDir Path folder) throws IOException {
    this.runs = Files.createDirectory(folder.resolve("runs"));
    this.temporary = Files.createDirectory(folder.resolve("tmp"));
    this.messages = folder.resolve("messages.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "INT, inline, run.db",
    "INT, flink, config.yaml",
    "INT, flink, run.db",
    "TERM, inline, run.db",
    "TERM, flink, config.yaml",
    "TERM, flink, run.db"
  })
  void leavesNothing(String signal, String engine, String onceThereIs) throws Exception {
    Process podflow = start(engine);
    try {
      awaitInHiddenFolder(onceThereIs, podflow);
      assertThat(signal(signal, podflow)).isZero();
      assertThat(podflow.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      podflow.destroyForcibly();
    }

    assertThat(podflow.exitValue())
        .isEqualTo(signal.equals("INT") ? ExitCode.INTERRUPTED : ExitCode.TERMINATED);
    assertThat(Invocation.names(runs)).isEmpty();
    assertThat(Invocation.names(temporary)).isEmpty();
    assertThat(Files.readString(messages))
        .contains("podflow: interrupted; nothing is left of the run")
        .doesNotContain("Exception");
  }

  private Process start(String engine) throws IOException {
    List<String> command = new ArrayList<>(ignoredInterruptsBack());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            Podflow.class.getName(),
            "backtest",
            Invocation.shipped("config/quickstart.yaml").toString(),
            "--engine=" + engine,
            "--out=" + runs.resolve("run")));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(messages.toFile())
        .start();
  }

  /** A build in the background of a shell ignores Ctrl-C, and its children would with it. */
  private static List<String> ignoredInterruptsBack() throws IOException {
    List<String> prefix = List.of("env", "--default-signal=INT");
    List<String> probe = new ArrayList<>(prefix);
    probe.add("true");
    return exitOf(probe) == 0 ? prefix : List.of();
  }

  private static int signal(String name, Process process) throws IOException {
    return exitOf(List.of("kill", "-" + name, Long.toString(process.pid())));
  }

  private static int exitOf(List<String> command) throws IOException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitInHiddenFolder(String name, Process podflow) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try (WatchService watch = runs.getFileSystem().newWatchService()) {
      runs.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Path part = null;
      while (part == null || !Files.exists(part.resolve(name))) {
        assertThat(podflow.isAlive()).as("still running").isTrue();
        assertThat(System.nanoTime()).as("waiting for " + name).isLessThan(deadline);
        WatchKey key = watch.poll(100, TimeUnit.MILLISECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
        if (part == null) {
          part = hiddenFolder();
          if (part != null) {
            part.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
          }
        }
      }
    }
  }

  private @Nullable Path hiddenFolder() throws IOException {
    try (Stream<Path> files = Files.list(runs)) {
      return files.filter(Files::isDirectory).findFirst().orElse(null);
    }
  }
}
