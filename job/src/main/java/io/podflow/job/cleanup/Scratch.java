package io.podflow.job.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that is gone when it is closed, or when the process is interrupted. */
public final class Scratch implements AutoCloseable {

  private final Path folder;
  private final OnInterrupt interrupt;

  private Scratch(Path folder) {
    this.folder = folder;
    this.interrupt = OnInterrupt.run(() -> delete(folder));
  }

  /**
   * @param name what its name begins with
   */
  public static Scratch create(String name) throws IOException {
    return new Scratch(Files.createTempDirectory(name));
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    interrupt.close();
    delete(folder);
  }

  /** Moves the folder away first: whoever still writes then finds no place to create files in. */
  private static void delete(Path folder) {
    Path gone = folder.resolveSibling(folder.getFileName() + "-gone");
    try {
      Files.move(folder, gone);
    } catch (NoSuchFileException goneAlready) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Stream<Path> files = Files.walk(gone)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
