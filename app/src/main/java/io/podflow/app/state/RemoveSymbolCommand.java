package io.podflow.app.state;

import io.podflow.savepoints.edit.SymbolRemoval;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state remove-symbol}: writes a savepoint without the history of one symbol. */
@Command(
    name = "remove-symbol",
    description = {
      "Writes a savepoint without a symbol's history in any pod. What is held of it stays in the",
      "ledger: resume with a configuration without it, and the job closes or hands it over."
    })
final class RemoveSymbolCommand implements Callable<Integer> {

  @Mixin private Rewriting rewriting;

  @Parameters(index = "1", paramLabel = "SYMBOL", description = "As BASE/QUOTE.")
  private String symbol;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return rewriting.run(state -> SymbolRemoval.of(state, symbol), spec);
  }
}
