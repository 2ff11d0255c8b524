package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of bars without a configuration that names the timeframe: the timeframe of its bars is
 * the most frequent distance between two rows.
 */
public final class BarFile {

  /** The endings of names of files of bars. */
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
   * The files of a folder that may hold bars, sorted by name; for a file, only that file.
   *
   * @throws BarInputException if there is no such file
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
   * Scans a file.
   *
   * @throws BarInputException if the file cannot be read, is too large to be sorted, or has no two
   *     rows whose distance is a timeframe
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

  /** Timeframe of the bars; one day when no row has a readable time. */
  public Timeframe spacing() {
    return spacing;
  }

  /** Result of the scan of the file. */
  public SymbolFile found() {
    return found;
  }

  /** The rows that a run would use, the earliest first. */
  public Rows rows() {
    FileRows reader = FileScan.open(path, found.ordered(), BarFolder.EVERYTHING);
    return new Rows(new RowGate(reader, spacing, BarFolder.EVERYTHING, new InputCounter()));
  }

  /** A cursor over rows: the getters return the present row. Must be closed. */
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
