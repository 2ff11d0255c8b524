package io.podflow.app.state;

import io.podflow.config.refusal.ExitCode;
import io.podflow.savepoints.table.StateDiff;
import io.podflow.savepoints.table.StateTable;
import io.podflow.savepoints.table.TableJson;
import io.podflow.savepoints.table.View;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state diff}: prints the differences between two savepoints. */
@Command(
    name = "diff",
    description = "Shows what changed between two savepoints, by pod and symbol.")
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BEFORE", description = "Folder of a savepoint.")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "Folder of another one.")
  private String after;

  @Option(names = "--pod", paramLabel = "ID", description = "Only this pod.")
  private @Nullable String pod;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StateTable diff =
        StateDiff.of(View.of(Opened.state(before), null), View.of(Opened.state(after), null));
    StateTable shown = pod == null ? diff : diff.where("pod", pod);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(TableJson.of(List.of(shown)));
    } else if (shown.rows().isEmpty()) {
      out.println("nothing differs");
    } else {
      out.print(TableText.of(shown));
    }
    out.flush();
    return ExitCode.OK;
  }
}
