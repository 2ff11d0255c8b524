package io.podflow.connectors.rundb;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a run while it is being written. All files are written into a hidden sibling,
 * {@code .<name>.part-<pid>}, which is renamed to the run's name at the end: a folder with the
 * run's name is complete or marked as failed.
 *
 * <p>The folder of a failed run has a file {@code FAILED} with the reason, and the configuration
 * for another try. Database, summary and report are deleted, so that no reader takes a partial run
 * for a complete run. Exactly one of {@link #complete}, {@link #fail} and {@link #discard} takes
 * effect, the first; so a shutdown hook may discard while the run is being completed. A killed
 * process leaves the hidden sibling, which is safe to delete.
 */
public final class RunFolder {

  public static final String DATABASE = "run.db";
  public static final String SUMMARY = "summary.json";
  public static final String CONFIG = "config.yaml";
  public static final String REPORT = "report.html";
  public static final String FAILED = "FAILED";

  private final Path target;
  private final Path part;
  private boolean open = true;
  private boolean discarded;

  private RunFolder(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /**
   * Creates the hidden folder of a run that gets the name {@code target} at the end.
   *
   * @throws FileAlreadyExistsException when {@code target} exists: a run is never overwritten
   */
  public static RunFolder create(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    Path name = absolute.getFileName();
    if (parent == null || name == null) {
      throw new FileSystemException(target.toString(), null, "is no name for a folder of a run");
    }
    refuseExisting(absolute);
    Files.createDirectories(parent);
    return new RunFolder(absolute, createPart(parent, name.toString()));
  }

  private static Path createPart(Path parent, String name) throws IOException {
    String prefix = "." + name + ".part-" + ProcessHandle.current().pid();
    for (int attempt = 0; ; attempt++) {
      try {
        return Files.createDirectory(
            parent.resolve(attempt == 0 ? prefix : prefix + "-" + attempt));
      } catch (FileAlreadyExistsException e) {
        if (attempt == 99) {
          throw e;
        }
      }
    }
  }

  /**
   * Refuses an existing target before the run begins.
   *
   * @throws FileAlreadyExistsException when {@code target} exists
   */
  public static void refuseExisting(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "already exists; name another folder or remove it first");
    }
  }

  /** The folder of the run when the run is complete. */
  public Path target() {
    return target;
  }

  /** The path in the hidden folder to write a file to, such as {@link #DATABASE}. */
  public Path file(String name) {
    return part.resolve(name);
  }

  /**
   * Renames the hidden folder to the target. All files must be closed.
   *
   * @throws IOException when the run has ended or been discarded, or the target exists
   */
  public synchronized void complete() throws IOException {
    if (!open) {
      throw new IOException(target + ": the run was given up and cannot be completed");
    }
    publish();
  }

  /** Ends the run as failed; {@code FAILED} holds the reason without a stack trace. */
  public void fail(String why) throws IOException {
    failWith(why + System.lineSeparator());
  }

  /**
   * Ends the run as failed.
   *
   * @param sentence reason of the failure, for people
   * @param why exception, whose stack trace goes into {@code FAILED}
   */
  public void fail(String sentence, Throwable why) throws IOException {
    StringWriter text = new StringWriter();
    text.write("The run failed: " + sentence + System.lineSeparator() + System.lineSeparator());
    why.printStackTrace(new PrintWriter(text));
    failWith(text.toString());
  }

  private synchronized void failWith(String text) throws IOException {
    if (!open) {
      return;
    }
    for (String rows : List.of(DATABASE, SUMMARY, REPORT)) {
      Files.deleteIfExists(part.resolve(rows));
    }
    Files.writeString(part.resolve(FAILED), text);
    publish();
  }

  private void publish() throws IOException {
    refuseExisting(target);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target);
    }
    open = false;
  }

  /**
   * Deletes the hidden folder, as after Ctrl-C; does nothing when the run has ended. The folder is
   * renamed first, so that a thread that still writes cannot create files in the folder.
   */
  public synchronized void discard() {
    if (!open) {
      return;
    }
    open = false;
    discarded = true;
    Path gone = part.resolveSibling(part.getFileName() + "-gone");
    try {
      Files.move(part, gone);
      delete(gone);
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(part + ": could not be removed", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Whether the run was {@linkplain #discard discarded} before it ended. */
  public synchronized boolean isDiscarded() {
    return discarded;
  }

  /**
   * The database of a finished run.
   *
   * @throws NoSuchFileException when {@code run} failed or has no database, with the reason in the
   *     message
   */
  public static Path databaseOf(Path run) throws IOException {
    Path database = run.resolve(DATABASE);
    if (Files.isRegularFile(database)) {
      return database;
    }
    Path failed = run.resolve(FAILED);
    if (Files.exists(failed)) {
      try (Stream<String> lines = Files.lines(failed)) {
        throw new NoSuchFileException(
            run.toString(), null, "the run failed: " + lines.findFirst().orElse("no reason given"));
      }
    }
    throw new NoSuchFileException(run.toString(), null, "no run (it has no " + DATABASE + ")");
  }
}
