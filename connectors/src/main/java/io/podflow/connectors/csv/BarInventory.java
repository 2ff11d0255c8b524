package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import java.io.Serializable;
import java.util.List;

/**
 * The files, timeframe and row counts of a folder for the symbols of a run, from a scan before the
 * run.
 *
 * @param folder the folder, as given
 * @param source timeframe of the bars in the files
 * @param files one per symbol that has a file, in universe order
 * @param missing symbols without a file, in universe order (decision FP26)
 * @param dataHash of the names and bytes of the files, lower-case hex
 * @param closes of the shortest timeframe in the range of the backtest; 0 without such a range
 * @param coveredCloses closes of {@code closes} at which at least one symbol has a bar
 */
public record BarInventory(
    String folder,
    Timeframe source,
    List<SymbolFile> files,
    List<String> missing,
    String dataHash,
    long closes,
    long coveredCloses)
    implements Serializable {

  public BarInventory {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  /** Whether any file has a row that can be used. */
  public boolean hasBars() {
    return files.stream().anyMatch(SymbolFile::hasBars);
  }

  /** Fraction of {@code closes} at which at least one symbol has a bar; 1 without closes. */
  public double coverage() {
    return closes == 0 ? 1 : (double) coveredCloses / closes;
  }

  /** Data rows of all files. */
  public long rows() {
    return files.stream().mapToLong(SymbolFile::rows).sum();
  }

  /** Close of the latest good row of all files, epoch milliseconds UTC. */
  public long latestClose() {
    return source.millis()
        + files.stream()
            .filter(SymbolFile::hasBars)
            .mapToLong(SymbolFile::lastOpen)
            .max()
            .orElseThrow();
  }

  /** Open of the earliest good row of all files, epoch milliseconds UTC. */
  public long earliestOpen() {
    return files.stream()
        .filter(SymbolFile::hasBars)
        .mapToLong(SymbolFile::firstOpen)
        .min()
        .orElseThrow();
  }
}
