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
 * The folder of a run while it is being written. Everything goes into a hidden sibling, {@code
 * .<name>.part-<pid>}, and gets its name only at the end, by one rename: a folder with the run's
 * name is complete or says that it failed.
 *
 * <p>A failed run keeps its name, a file {@code FAILED} that says why, and its configuration to try
 * again with. Its rows are dropped: nothing should mistake a part for the whole. Exactly one of
 * {@link #complete}, {@link #fail} and {@link #discard} takes effect, the first; so a shutdown hook
 * may discard while the run is being completed. What a killed process leaves is the hidden sibling,
 * which is safe to delete.
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
   * Starts a run that will be found at {@code target}.
   *
   * @throws FileAlreadyExistsException when something is there already: a run is never overwritten
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
   * Refuses a target that exists, before any work is put into a run.
   *
   * @throws FileAlreadyExistsException saying so
   */
  public static void refuseExisting(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "already exists; name another folder or remove it first");
    }
  }

  /** Where the run will be found when it is complete. */
  public Path target() {
    return target;
  }

  /** Where a file, such as {@link #DATABASE}, is to be written now. */
  public Path file(String name) {
    return part.resolve(name);
  }

  /** Gives the folder its name. All files must be closed. */
  public synchronized void complete() throws IOException {
    if (!open) {
      throw new IOException(target + ": the run was given up and cannot be completed");
    }
    publish();
  }

  /** Ends the run as failed, for a reason that needs no stack trace. */
  public void fail(String why) throws IOException {
    failWith(why + System.lineSeparator());
  }

  /**
   * Ends the run as failed.
   *
   * @param sentence what happened, for people
   * @param why what Java says
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
   * Removes every trace of the run, as after Ctrl-C; does nothing when the run has ended. The
   * folder is renamed first, so that a run that is still writing finds no place to create files in.
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
   * @throws NoSuchFileException when {@code run} is no finished run, saying why
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
