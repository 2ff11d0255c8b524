package io.podflow.job.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The listening TCP sockets of a process, as the kernel of Linux tells them. */
public final class ListeningSockets {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTENS = "0A";
  private static final String LOOPBACK_4 = "0100007F";
  private static final String LOOPBACK_6 = "00000000000000000000000001000000";
  private static final String LOOPBACK_4_IN_6 = "0000000000000000FFFF00000100007F";

  private ListeningSockets() {}

  /** Whether this system has the tables that are read here. */
  public static boolean areKnown() {
    return Files.isReadable(PROC.resolve("self/net/tcp"));
  }

  /** Address and port in hexadecimal, as {@code 0100007F:1F90}. */
  public static Set<String> of(long pid) throws IOException {
    Path process = PROC.resolve(Long.toString(pid));
    Set<String> inodes = inodes(process);
    Set<String> sockets = new TreeSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      Path file = process.resolve(table);
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > 9 && columns[3].equals(LISTENS) && inodes.contains(columns[9])) {
          sockets.add(columns[1]);
        }
      }
    }
    return sockets;
  }

  /** Those that other machines may reach. */
  public static List<String> open(Set<String> sockets) {
    return sockets.stream()
        .filter(
            socket ->
                Stream.of(LOOPBACK_4, LOOPBACK_6, LOOPBACK_4_IN_6)
                    .noneMatch(loopback -> socket.startsWith(loopback + ":")))
        .toList();
  }

  private static Set<String> inodes(Path process) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(process.resolve("fd"))) {
      all.forEach(files::add);
    }
    Set<String> inodes = new TreeSet<>();
    for (Path file : files) {
      String target = target(file);
      if (target.startsWith("socket:[")) {
        inodes.add(target.substring("socket:[".length(), target.length() - 1));
      }
    }
    return inodes;
  }

  /** Empty for a file that was closed meanwhile. */
  private static String target(Path file) throws IOException {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (NoSuchFileException closed) {
      return "";
    }
  }
}
