package io.podflow.app.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Runs the commands of podflow that a shell asks for, one after the other, in one process: the
 * start of a process, and of Flink in it, takes longer than most commands do. It ends with its
 * standard input.
 */
public final class CommandDesk implements AutoCloseable {

  private final Process process;

  /**
   * @param folder that the commands run in
   * @param jars of podflow and all that it needs
   * @param options of the Java runtime
   * @param log gets what is logged
   */
  public CommandDesk(Path folder, List<Path> jars, List<String> options, Path log)
      throws IOException {
    String tests = CommandDesk.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        jars.stream().map(Path::toString).collect(Collectors.joining(":", "", ":" + tests)));
    command.add(CommandDesk.class.getName());
    process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(log.toFile()).start();
  }

  /** A program for the shell that does what {@code podflow} does with the same arguments. */
  public String program() throws IOException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = line(told);
    return """
        exec 3<>/dev/tcp/127.0.0.1/%s
        printf '%%s\\n' "$#" "$@" >&3
        read -r code out err <&3
        cat "$out"
        cat "$err" >&2
        exit "$code"
        """
        .formatted(port);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }

  /** Takes no arguments, and says first at which port it can be asked. */
  public static void main(String[] none) throws IOException {
    Thread end = new Thread(CommandDesk::endWithInput, "end");
    end.setDaemon(true);
    end.start();
    Path answers = Files.createTempDirectory(Path.of(""), "answers").toAbsolutePath();
    try (ServerSocket desk = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.out.println(desk.getLocalPort());
      while (!desk.isClosed()) {
        try (Socket shell = desk.accept()) {
          serve(shell, answers);
        }
      }
    }
  }

  private static void endWithInput() {
    try {
      System.in.readAllBytes();
    } catch (IOException e) {
      // as good as its end
    }
    System.exit(0);
  }

  private static String line(BufferedReader from) throws IOException {
    return Objects.requireNonNull(from.readLine(), "a line, and not the end");
  }

  private static void serve(Socket shell, Path answers) throws IOException {
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
    Object[] arguments = new Object[Integer.parseInt(line(asked))];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = line(asked);
    }
    Said said = Said.podflow(arguments);
    Path out = Files.writeString(answers.resolve("out"), said.out());
    Path err = Files.writeString(answers.resolve("err"), said.err());
    String answer = "%d %s %s%n".formatted(said.exitCode(), out, err);
    shell.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }
}
