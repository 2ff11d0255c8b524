package io.podflow.app.watch;

import io.podflow.app.live.KafkaOptions;
import io.podflow.config.refusal.ExitCode;
import io.podflow.live.client.DecisionReader;
import io.podflow.live.client.ReadingEnd;
import io.podflow.live.kafka.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code podflow watch}: prints the decisions of a live job. */
@Command(
    name = "watch",
    description = {
      "Prints what a live job decides as it comes: equity, orders, fills, events.",
      "It begins with the first decision, and does not wait for checkpoints.",
      "It tells what is wrong, what the job waits for, and when the job is not heard of."
    })
public final class WatchCommand implements Callable<Integer> {

  /** When lines have colours. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "End when nothing has come for so long; 0 to go on until Ctrl-C (default: 0).")
  private int idle;

  @Option(
      names = "--colour",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; auto is on a terminal (default: auto).")
  private When colour;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Topics topics = kafka.topics();
    kafka.showTopics(kafka.access(), spec.commandLine().getErr());
    PrintWriter console = spec.commandLine().getOut();
    DecisionLines lines =
        new DecisionLines(
            colour == When.ALWAYS || (colour == When.AUTO && System.console() != null));
    DecisionReader.Read read;
    try (HealthPrinter health = HealthPrinter.start(kafka.access(), topics, console)) {
      read =
          new DecisionReader(topics, false)
              .read(
                  kafka.access(),
                  ReadingEnd.silence(Duration.ofSeconds(idle)),
                  row -> lines.take(row).forEach(health::print),
                  console::flush);
    }
    if (read.refused() > 0) {
      console.printf("%,d records of %s could not be read%n", read.refused(), topics.decisions());
    }
    console.flush();
    return ExitCode.OK;
  }
}
