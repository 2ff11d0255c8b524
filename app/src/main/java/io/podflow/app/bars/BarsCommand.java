package io.podflow.app.bars;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code podflow bars}: checks and converts files of bars without running a portfolio. */
@Command(
    name = "bars",
    description = {
      "Checks files of bars, and converts them to podflow's own form.",
      "What forms are read, and by what rules, is in docs/bars.md."
    },
    subcommands = {BarsCheckCommand.class, BarsConvertCommand.class})
public final class BarsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name one of check, convert.");
  }
}
