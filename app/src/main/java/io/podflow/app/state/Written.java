package io.podflow.app.state;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that commands write: whole or not at all, and never over another. */
final class Written {

  private Written() {}

  /** Writes into a folder. */
  interface Writing {
    void into(Path folder) throws Exception;
  }

  /**
   * @throws Refusal if it is there already
   */
  static void refuseExisting(Path path) {
    if (Files.exists(path)) {
      throw new Refusal(
          ExitCode.FILES, "podflow: " + path + " exists (expected: a place for something new)");
    }
  }

  /**
   * Writes beside the folder, under a name with a dot, and renames at the end. What a failure
   * leaves is removed; what a killed process leaves is no savepoint by its name.
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
