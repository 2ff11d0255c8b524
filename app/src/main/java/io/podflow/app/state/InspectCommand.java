package io.podflow.app.state;

import io.podflow.config.refusal.ExitCode;
import io.podflow.savepoints.table.StateTable;
import io.podflow.savepoints.table.StateTables;
import io.podflow.savepoints.table.TableJson;
import io.podflow.savepoints.table.VersionTable;
import io.podflow.savepoints.table.View;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state inspect}: prints the state in a savepoint. */
@Command(
    name = "inspect",
    description = {
      "Shows what a savepoint remembers: pods, machines, ledger, orders, clocks.",
      "With --config also scores and multipliers, which take a configuration."
    })
final class InspectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SAVEPOINT", description = "Folder of a canonical savepoint.")
  private String savepoint;

  @Option(names = "--pod", paramLabel = "ID", description = "Only this pod.")
  private @Nullable String pod;

  @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only this symbol.")
  private @Nullable String symbol;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "The configuration that the savepoint was made with.")
  private @Nullable Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    View view = Opened.view(savepoint, config, spec);
    List<StateTable> all = new ArrayList<>(StateTables.summary(view));
    all.add(VersionTable.of(view.state().versions()));
    List<StateTable> tables = all.stream().filter(this::isAskedFor).map(this::narrowed).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(TableJson.of(tables));
    } else {
      tables.stream().map(TableText::of).filter(text -> !text.isEmpty()).forEach(out::println);
    }
    out.flush();
    return ExitCode.OK;
  }

  /** A table without a column {@code pod} or {@code symbol} is left out when that filter is set. */
  private boolean isAskedFor(StateTable table) {
    return (pod == null || table.columns().contains("pod"))
        && (symbol == null || table.columns().contains("symbol"));
  }

  private StateTable narrowed(StateTable table) {
    StateTable ofPod = pod == null ? table : table.where("pod", pod);
    return symbol == null ? ofPod : ofPod.where("symbol", symbol);
  }
}
