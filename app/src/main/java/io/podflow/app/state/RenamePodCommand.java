package io.podflow.app.state;

import io.podflow.savepoints.edit.PodRename;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state rename-pod}: writes a savepoint in which a pod has another id. */
@Command(
    name = "rename-pod",
    description = {
      "Writes a savepoint in which a pod has another id, in the books and in all versions of the",
      "configuration. Resume with a configuration that has the new id, and nothing else changes."
    })
final class RenamePodCommand implements Callable<Integer> {

  @Mixin private Rewriting rewriting;

  @Parameters(index = "1", paramLabel = "POD", description = "Id of the pod.")
  private String pod;

  @Parameters(index = "2", paramLabel = "NEW", description = "Its new id.")
  private String to;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return rewriting.run(state -> PodRename.of(state, pod, to), spec);
  }
}
