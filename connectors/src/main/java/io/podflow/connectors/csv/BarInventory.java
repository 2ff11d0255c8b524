package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import java.io.Serializable;
import java.util.List;

/**
 * What a folder holds for the symbols of a run, before anything is read for real.
 *
 * @param folder the folder, as given
 * @param source length of the bars in it
 * @param files one per symbol that has a file, in universe order
 * @param missing symbols without a file, in universe order (decision FP26)
 * @param dataHash of the names and bytes of the files, lower-case hex
 * @param closes of the shortest timeframe in the range that was asked for; 0 when none was
 * @param coveredCloses those of them at which there is a bar of any symbol
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

  /** The share of the closes asked for at which there is a bar of any symbol. */
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
