package io.podflow.app.state;

import io.podflow.app.console.RootCause;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointRefusedException;
import io.podflow.savepoints.upgrade.SavepointUpgrade;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state upgrade}: writes an old savepoint in the form of this version. */
@Command(
    name = "upgrade",
    description = {
      "Writes a savepoint of an earlier version of podflow, which holds names of classes, in the",
      "form that this version goes on from. Nothing but the form changes; the old one stays."
    })
final class UpgradeCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "Folder of a canonical savepoint; it stays as it is.")
  private String old;

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description = "Folder of the new savepoint; never overwritten.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Written.refuseExisting(out);
    SavepointFolder folder = opened();
    Map<String, Integer> entries = new TreeMap<>();
    Written.whole(out, to -> entries.putAll(SavepointUpgrade.write(folder, to)));
    PrintWriter console = spec.commandLine().getOut();
    entries.forEach((operator, count) -> console.println(operator + ": " + entries(count)));
    console.println("wrote " + out);
    console.flush();
    return ExitCode.OK;
  }

  private static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private SavepointFolder opened() {
    try {
      SavepointFolder folder = SavepointFolder.openAny(old);
      if (!folder.isOld()) {
        throw new Refusal(
            ExitCode.FILES,
            "podflow: " + old + " is in the form of this version already; nothing was written");
      }
      return folder;
    } catch (SavepointRefusedException e) {
      throw new Refusal(ExitCode.FILES, "podflow: " + e.getMessage());
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the savepoint cannot be read", e);
    }
  }
}
