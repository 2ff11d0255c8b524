package io.podflow.app.watch;

import io.podflow.app.live.KafkaOptions;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.live.client.DecisionReader;
import io.podflow.live.client.DecisionRecorder;
import io.podflow.live.client.ReadingEnd;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code podflow record}: writes the decisions of a live job into a {@code run.db}. */
@Command(
    name = "record",
    description = "Writes the decisions of a live job from their topic into a run.db.")
public final class RecordCommand implements Callable<Integer> {

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The run.db; it is continued when it exists.")
  private Path out;

  @Option(
      names = "--until",
      paramLabel = "CLOSE",
      description = {
        "End when all is recorded that was decided at closes up to this one, like",
        "2026-12-01T12:00:00Z. Where no bar closes then, the next close ends it."
      })
  private @Nullable String until;

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = {
        "End when nothing has come for so long; 0 to go on until Ctrl-C (default: 0).",
        "If --until was not reached then, the exit code is " + ExitCode.NOT_REACHED + "."
      })
  private int idle;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ReadingEnd end = end();
    Topics topics = kafka.topics();
    KafkaAccess access = kafka.access();
    kafka.showTopics(access, spec.commandLine().getErr());
    DecisionReader.Read recorded = new DecisionRecorder(topics).record(access, out, end);
    PrintWriter console = spec.commandLine().getOut();
    console.printf("%,d rows recorded in %s%n", recorded.rows(), out);
    if (recorded.refused() > 0) {
      console.printf(
          "%,d records of %s could not be read%n", recorded.refused(), topics.decisions());
    }
    console.flush();
    if (until != null && !recorded.reached()) {
      throw new Refusal(
          ExitCode.NOT_REACHED,
          "podflow: nothing has come for "
              + idle
              + " s, and the decisions of "
              + until
              + " are not there: no bars up to it, a job that does not run, or an exchange side that is away");
    }
    return ExitCode.OK;
  }

  private ReadingEnd end() {
    Duration silence = Duration.ofSeconds(idle);
    try {
      return until == null
          ? ReadingEnd.silence(silence)
          : ReadingEnd.close(Instant.parse(until), silence);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--until: " + until + " (expected: a time like 2026-12-01T12:00:00Z)",
          e);
    }
  }
}
