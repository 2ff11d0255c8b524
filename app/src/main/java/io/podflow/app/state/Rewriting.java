package io.podflow.app.state;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.savepoints.edit.EditRefusedException;
import io.podflow.savepoints.edit.StateEdit;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointRefusedException;
import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.JobState;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Options and steps of all commands that write a changed copy of a savepoint. */
final class Rewriting {

  @Parameters(
      index = "0",
      paramLabel = "SAVEPOINT",
      description = "Folder of a canonical savepoint; it stays as it is.")
  private String savepoint;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of the new savepoint; never overwritten.")
  private @Nullable Path out;

  @Option(names = "--dry-run", description = "Print what would change; write nothing.")
  private boolean dryRun;

  /** Computes the edit of a state. */
  interface Change {
    StateEdit of(JobState state) throws EditRefusedException;
  }

  int run(Change change, CommandSpec spec) throws Exception {
    if (out == null && !dryRun) {
      throw new ParameterException(spec.commandLine(), "Give --out FOLDER or --dry-run.");
    }
    if (out != null) {
      Written.refuseExisting(out);
    }
    SavepointFolder folder = Opened.folder(savepoint);
    StateEdit edit = edit(change, StateReading.read(folder));
    PrintWriter console = spec.commandLine().getOut();
    edit.words().forEach(console::println);
    console.flush();
    if (out != null && !dryRun) {
      write(folder, edit, out);
      console.println("wrote " + out);
      console.flush();
    }
    return ExitCode.OK;
  }

  private static StateEdit edit(Change change, JobState state) {
    try {
      return change.of(state);
    } catch (EditRefusedException e) {
      throw new Refusal(ExitCode.DATA, "podflow: nothing was changed: " + e.getMessage());
    }
  }

  private static void write(SavepointFolder folder, StateEdit edit, Path out) throws Exception {
    try {
      Written.whole(out, to -> SavepointWriting.rewrite(folder, edit.operators(), edit.edit(), to));
    } catch (SavepointRefusedException e) {
      throw new Refusal(ExitCode.FILES, "podflow: nothing was changed: " + e.getMessage());
    }
  }
}
