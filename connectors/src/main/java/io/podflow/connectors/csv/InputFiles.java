package io.podflow.connectors.csv;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Looks for files by name; a link, folder or pipe with the name is an error and never skipped. */
final class InputFiles {

  private InputFiles() {}

  /**
   * Whether there is a file at a path.
   *
   * @throws BarInputException if a broken link, a folder or a pipe is at the path
   */
  static boolean exists(Path path) {
    if (Files.isRegularFile(path)) {
      return true;
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String name = path.getFileName().toString();
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw new BarInputException(
          name + " is a link to a file that is not there (mend or remove the link)",
          new NoSuchFileException(path.toString()));
    }
    throw new BarInputException(name + " is not a file (rename or remove it)");
  }
}
