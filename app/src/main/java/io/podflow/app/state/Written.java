package io.podflow.app.state;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Writes folders for commands: the folder is complete or absent, and no existing folder is
 * overwritten.
 */
final class Written {

  private Written() {}

  /** Writes into a folder. */
  interface Writing {
    void into(Path folder) throws Exception;
  }

  /**
   * @throws Refusal if {@code path} exists
   */
  static void refuseExisting(Path path) {
    if (Files.exists(path)) {
      throw new Refusal(
          ExitCode.FILES, "podflow: " + path + " exists (expected: a place for something new)");
    }
  }

  /**
   * Writes a hidden sibling, {@code .<name>.part}, and renames it at the end. A failure removes the
   * sibling; a killed process leaves the sibling, whose name no one takes for a savepoint.
   */
  static void whole(Path folder, Writing writing) throws Exception {
    Path part = folder.resolveSibling("." + folder.getFileName() + ".part");
    delete(part);
    try {
      writing.into(part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(part);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
