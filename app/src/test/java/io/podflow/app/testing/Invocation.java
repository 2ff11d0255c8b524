package io.podflow.app.testing;

import io.podflow.app.Podflow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One call of the command line in this process, and what it said. */
public record Invocation(int exitCode, String out, String err) {

  private static final Path ROOT = Path.of(System.getProperty("podflow.root", ".."));

  public static Invocation of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Podflow.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code =
        command.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new Invocation(code, out.toString(), err.toString());
  }

  /** A file that the repository ships. */
  public static Path shipped(String file) {
    return ROOT.resolve(file).normalize();
  }

  public static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
