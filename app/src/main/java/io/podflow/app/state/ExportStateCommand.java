package io.podflow.app.state;

import io.podflow.app.console.RootCause;
import io.podflow.config.refusal.ExitCode;
import io.podflow.job.state.ConfigVersion;
import io.podflow.savepoints.table.StateTable;
import io.podflow.savepoints.table.StateTables;
import io.podflow.savepoints.table.TableDb;
import io.podflow.savepoints.table.VersionTable;
import io.podflow.savepoints.table.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state export}: writes the tables of a savepoint into a SQLite file. */
@Command(
    name = "export",
    description = {
      "Writes what a savepoint remembers into a SQLite file: the tables of inspect,",
      "windows and histories, and every field by its name in the table fields."
    })
final class ExportStateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SAVEPOINT", description = "Folder of a canonical savepoint.")
  private String savepoint;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "The file; never overwritten.")
  private Path file;

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "The configuration that the savepoint was made with.")
  private @Nullable Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    View view = Opened.view(savepoint, config, spec);
    List<ConfigVersion> versions = view.state().versions();
    Stream<StateTable> tables =
        Stream.concat(
            StateTables.all(view),
            Stream.of(VersionTable.of(versions), VersionTable.texts(versions)));
    try {
      TableDb.write(tables, file);
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the tables cannot be written", e);
    }
    spec.commandLine().getOut().println(file);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
