package io.podflow.app.state;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code podflow state}: inspects, compares, checks and changes savepoints. */
@Command(
    name = "state",
    description = "Looks into savepoints, compares, checks and changes them.",
    subcommands = {
      InspectCommand.class,
      ExportStateCommand.class,
      DiffCommand.class,
      VerifyCommand.class,
      RemovePodCommand.class,
      RenamePodCommand.class,
      RemoveSymbolCommand.class,
      ImportBotStateCommand.class,
      UpgradeCommand.class
    })
public final class StateCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name one of " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
