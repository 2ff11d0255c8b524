package io.podflow.app.state;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.savepoints.botstate.BotStateDb;
import io.podflow.savepoints.botstate.BotStateException;
import io.podflow.savepoints.botstate.BotStateImport;
import io.podflow.savepoints.botstate.Histories;
import io.podflow.savepoints.botstate.Imported;
import io.podflow.savepoints.botstate.Mapping;
import io.podflow.savepoints.check.StateCheck;
import io.podflow.savepoints.flink.SavepointWriting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code podflow state import-bot-state}: makes a savepoint from the database of the system before
 * podflow.
 */
@Command(
    name = "import-bot-state",
    description = {
      "Makes a savepoint from a bot_state database; a live job starts from it with --resume.",
      "Prints what became of every field: taken, derived, or not placed and why."
    })
final class ImportBotStateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DB", description = "The database, read only.")
  private Path db;

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      required = true,
      description = "The configuration that the job will have.")
  private Path config;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder of the savepoint; never overwritten.")
  private Path out;

  @Option(
      names = "--histories",
      paramLabel = "FILE",
      description = "A run.db for what the database knows of the past.")
  private @Nullable Path histories;

  @Option(names = "--dry-run", description = "Print the report; write nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Written.refuseExisting(out);
    if (histories != null) {
      Written.refuseExisting(histories);
    }
    PodflowSettings settings = Opened.settings(config, spec);
    BotStateDb database = read();
    Imported imported =
        imported(database, RunScope.live(settings, UtcDays.startOf(settings.backtest().start())));
    PrintWriter console = spec.commandLine().getOut();
    List<String> unsound = StateCheck.inside(imported.state(), null);
    if (!dryRun && unsound.isEmpty()) {
      write(database, imported);
    }
    report(imported, console);
    unsound.forEach(line -> console.println("not sound: " + line));
    if (unsound.isEmpty()) {
      console.println(
          (dryRun ? "would write " : "wrote ")
              + out
              + ": the state after "
              + Instant.ofEpochMilli(imported.time()));
    }
    console.flush();
    return unsound.isEmpty() ? ExitCode.OK : ExitCode.DATA;
  }

  private BotStateDb read() {
    try {
      return BotStateDb.read(db);
    } catch (BotStateException e) {
      throw refusal(e);
    }
  }

  private static Imported imported(BotStateDb database, RunScope scope) {
    try {
      return BotStateImport.run(database, scope);
    } catch (BotStateException e) {
      throw refusal(e);
    }
  }

  private static Refusal refusal(BotStateException e) {
    return new Refusal(ExitCode.DATA, "podflow: nothing was imported: " + e.getMessage());
  }

  private void write(BotStateDb database, Imported imported) throws Exception {
    Written.whole(out, folder -> SavepointWriting.create(imported.state(), folder));
    if (histories != null) {
      Histories.write(database, histories);
    }
  }

  private static void report(Imported imported, PrintWriter console) {
    for (Mapping.Line line : imported.mapping().lines()) {
      console.printf(
          "%-11s %s%s%n",
          switch (line.fate()) {
            case TAKEN -> "taken";
            case DERIVED -> "derived";
            case NOT_PLACED -> "not placed";
          },
          line.field(),
          line.note().isEmpty() ? "" : ": " + line.note());
    }
    imported.mapping().losses().forEach(line -> console.println("lost        " + line));
  }
}
