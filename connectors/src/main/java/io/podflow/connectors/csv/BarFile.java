package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of bars by itself, without a configuration that says what it should hold: its bars are
 * as long as most of its rows are apart.
 */
public final class BarFile {

  /** The endings of files that may hold bars. */
  static final List<String> SUFFIXES = List.of(".csv", ".csv.gz", ".csv.zip", ".zip");

  private final Path path;
  private final Timeframe spacing;
  private final SymbolFile found;

  private BarFile(Path path, Timeframe spacing, SymbolFile found) {
    this.path = path;
    this.spacing = spacing;
    this.found = found;
  }

  /**
   * The files of a folder that may hold bars, by name; a file stands for itself.
   *
   * @throws BarInputException if there is none
   */
  public static List<Path> in(Path folderOrFile) {
    if (Files.isRegularFile(folderOrFile)) {
      return List.of(folderOrFile);
    }
    if (!Files.isDirectory(folderOrFile)) {
      throw new BarInputException("no folder or file of bars at " + folderOrFile);
    }
    try (Stream<Path> content = Files.list(folderOrFile)) {
      List<Path> files =
          content.filter(BarFile::mayHoldBars).filter(InputFiles::exists).sorted().toList();
      if (files.isEmpty()) {
        throw new BarInputException(
            "no file of bars in " + folderOrFile + " (expected: such as BTC-USDT.csv)");
      }
      return files;
    } catch (IOException e) {
      throw new BarInputException(folderOrFile + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean mayHoldBars(Path path) {
    return SUFFIXES.stream().anyMatch(path.getFileName().toString()::endsWith);
  }

  /** The name of a file without its ending: {@code BTC-USDT}. */
  public static String stem(Path path) {
    return path.getFileName().toString().replaceFirst("(\\.csv)?(\\.gz|\\.zip)?$", "");
  }

  /**
   * Looks through a file once.
   *
   * @throws BarInputException if it cannot be read, is too large for sorting it, or has no two rows
   *     that are apart by a timeframe
   */
  public static BarFile of(Path path) {
    FileScan scan = FileScan.of(path, BarFolder.EVERYTHING, null);
    Timeframe spacing = OpenTimes.mostFrequent(scan.spacings());
    if (spacing == null && scan.hasTimes()) {
      throw new BarInputException(
          path.getFileName()
              + ": the length of its bars cannot be told, no two rows are apart by a timeframe");
    }
    Timeframe known = spacing == null ? Timeframe.D1 : spacing;
    FileScan.Result result = scan.result(known);
    return new BarFile(path, known, scan.file(0, stem(path), result, known));
  }

  /** Length of the bars. */
  public Timeframe spacing() {
    return spacing;
  }

  /** What the look through the file has found. */
  public SymbolFile found() {
    return found;
  }

  /** The rows that a run would use, in the order of time. */
  public Rows rows() {
    FileRows reader = FileScan.open(path, found.ordered(), BarFolder.EVERYTHING);
    return new Rows(new RowGate(reader, spacing, BarFolder.EVERYTHING, new InputCounter()));
  }

  /** Stands on one row at a time. Must be closed. */
  public static final class Rows implements Closeable {

    private final RowGate gate;

    private Rows(RowGate gate) {
      this.gate = gate;
    }

    /** Moves to the next row; false at the end. */
    public boolean next() {
      boolean row = gate.next();
      gate.findings().take();
      return row;
    }

    /** Epoch milliseconds UTC. */
    public long openTime() {
      return gate.openTime();
    }

    public double open() {
      return gate.value(Columns.OPEN);
    }

    public double high() {
      return gate.value(Columns.HIGH);
    }

    public double low() {
      return gate.value(Columns.LOW);
    }

    /** The last price, quote currency. */
    public double last() {
      return gate.value(Columns.CLOSE);
    }

    /** Base asset. */
    public double volume() {
      return gate.value(Columns.VOLUME);
    }

    @Override
    public void close() {
      gate.close();
    }
  }
}
