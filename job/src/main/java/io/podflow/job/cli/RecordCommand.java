package io.podflow.job.cli;

import io.podflow.job.kafka.DecisionReader;
import io.podflow.job.kafka.DecisionRecorder;
import io.podflow.job.kafka.KafkaAccess;
import io.podflow.job.kafka.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code podflow record}: what a live job has decided, as a {@code run.db}. */
@Command(
    name = "record",
    description = "Writes the decisions of a live job from their topic into a run.db.")
final class RecordCommand implements Callable<Integer> {

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The run.db; it is continued when it exists.")
  private Path out;

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "End when nothing has come for so long; 0 to go on until Ctrl-C (default: 0).")
  private int idle;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Topics topics = kafka.topics();
    KafkaAccess access = kafka.access();
    kafka.showTopics(access, spec.commandLine().getErr());
    DecisionReader.Read recorded =
        new DecisionRecorder(topics).record(access, out, Duration.ofSeconds(idle));
    PrintWriter console = spec.commandLine().getOut();
    console.printf("%,d rows recorded in %s%n", recorded.rows(), out);
    if (recorded.refused() > 0) {
      console.printf(
          "%,d records of %s could not be read%n", recorded.refused(), topics.decisions());
    }
    console.flush();
    return ExitCode.OK;
  }
}
