package io.podflow.app.bars;

import io.podflow.app.console.RootCause;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code podflow sample}: writes the synthetic market. */
@Command(
    name = "sample",
    description = {
      "Writes a synthetic market: 17 symbols of 12H bars over four years, the same for the same seed.",
      "It is made up, and says nothing about any real market."
    })
public final class SampleCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "sample",
      description = "Folder for the files; must not exist or be empty (default: sample).")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the market (default: that of the built-in sample).")
  private long seed = SyntheticMarket.DEFAULT_SEED;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter console = spec.commandLine().getOut();
    try {
      SampleMarket.write(out, seed);
      console.println("Synthetic market written to " + out);
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the market cannot be written", e);
    }
    console.flush();
    return ExitCode.OK;
  }
}
