package io.podflow.job.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A broker and a cluster as users start them, on ports and in a folder of their own. */
final class LocalParts implements AutoCloseable {

  private static final Path ROOT =
      Path.of(System.getProperty("podflow.root", "..")).toAbsolutePath().normalize();

  final String broker;
  final String cluster;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> started = new ArrayList<>();

  LocalParts(Path folder) throws IOException {
    List<Integer> ports = freePorts(4);
    broker = "127.0.0.1:" + ports.get(0);
    cluster = "127.0.0.1:" + ports.get(2);
    environment.put("PODFLOW_LOCAL_DIR", folder.toString());
    environment.put("PODFLOW_KAFKA_PORT", String.valueOf(ports.get(0)));
    environment.put("PODFLOW_KAFKA_CONTROLLER_PORT", String.valueOf(ports.get(1)));
    environment.put("PODFLOW_FLINK_PORT", String.valueOf(ports.get(2)));
    environment.put("PODFLOW_FLINK_RPC_PORT", String.valueOf(ports.get(3)));
  }

  void start() throws IOException, InterruptedException {
    for (String script : List.of("kafka", "cluster")) {
      started.add(script);
      run(script, "up");
    }
  }

  private void run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("scripts/" + script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said;
    try (InputStream output = process.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed:\n" + said);
    }
  }

  /** The jars of this build, with classes that are not in a jar yet packed into one. */
  static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    int packed = 0;
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
        Path jar = folder.resolve("classes-" + packed++ + ".jar");
        pack(path, jar);
        jars.add(jar);
      } else if (Files.isRegularFile(path)) {
        jars.add(path);
      }
    }
    return jars;
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

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    Set<Integer> ports = new HashSet<>();
    while (ports.size() < count) {
      ServerSocket socket = new ServerSocket(0);
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return List.copyOf(ports);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    for (int i = started.size() - 1; i >= 0; i--) {
      run(started.get(i), "down");
    }
  }
}
