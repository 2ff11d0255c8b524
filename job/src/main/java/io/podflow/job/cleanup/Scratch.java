package io.podflow.job.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

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
    try {
      Files.walkFileTree(gone, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody else may be about to delete the same files. */
  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null && !(failure instanceof NoSuchFileException)) {
        throw failure;
      }
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
