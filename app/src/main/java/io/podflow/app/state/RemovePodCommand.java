package io.podflow.app.state;

import io.podflow.savepoints.edit.PodRemoval;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state remove-pod}: writes a savepoint without the state of one pod. */
@Command(
    name = "remove-pod",
    description = {
      "Writes a savepoint without a pod's own state. What the pod holds stays in the ledger:",
      "resume with a configuration without the pod, and the job closes or hands it over."
    })
final class RemovePodCommand implements Callable<Integer> {

  @Mixin private Rewriting rewriting;

  @Parameters(index = "1", paramLabel = "POD", description = "Id of the pod.")
  private String pod;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return rewriting.run(state -> PodRemoval.of(state, pod), spec);
  }
}
