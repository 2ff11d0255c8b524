package io.podflow.chaos.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** podflow's own commands as processes. */
public final class PodflowProcesses {

  private static final String MAIN = "io.podflow.app.Podflow";

  private final String classPath;

  /**
   * @param jars of podflow and all that it needs
   */
  public PodflowProcesses(List<Path> jars) {
    this.classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Starts a command.
   *
   * @param output gets what it prints, errors too, behind what is there
   */
  Process start(Path output, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx512m"));
    command.addAll(List.of("-cp", classPath, MAIN));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }
}
