package io.podflow.chaos.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The paper exchange as a process. It fills some orders in part and rejects some, by a seed that is
 * the same in every run, so that there is always something open.
 */
public final class PaperExchangeStage {

  private static final List<String> UNRELIABLE =
      List.of("--seed", "1", "--partial", "0.2", "--rejects", "0.05", "--repeats", "0.2");

  private final PodflowProcesses commands;
  private final List<String> command;
  private final Path output;
  private @Nullable Process process;

  public PaperExchangeStage(PodflowProcesses commands, Scene scene, String broker) {
    this.commands = commands;
    this.command = scene.command("paper-exchange", broker, UNRELIABLE);
    this.output = scene.folder().resolve("exchange.log");
  }

  public void start() throws IOException {
    process = commands.start(output, command);
  }

  long pid() {
    return Objects.requireNonNull(process, "started").pid();
  }

  /** Ends it. */
  public void end() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroy();
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
      process = null;
    }
  }
}
