package io.podflow.chaos.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** podflow's own commands as processes: of the classes that this process runs. */
public final class Commands {

  private static final String MAIN = "io.podflow.job.cli.Podflow";

  private final String classPath;

  private Commands(String classPath) {
    this.classPath = classPath;
  }

  /**
   * @param scratch gets a jar for each folder of classes, since a cluster takes jars only
   */
  public static Commands ofThisProcess(Path scratch) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = scratch.resolve("classes-" + jars.size() + ".jar");
        pack(path, jar);
        jars.add(jar);
      } else if (Files.isRegularFile(path)) {
        jars.add(path);
      }
    }
    return new Commands(
        jars.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
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
