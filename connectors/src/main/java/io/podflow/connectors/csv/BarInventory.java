package io.podflow.connectors.csv;

import io.podflow.domain.market.Timeframe;
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
 */
public record BarInventory(
    String folder, Timeframe source, List<SymbolFile> files, List<String> missing, String dataHash)
    implements Serializable {

  public BarInventory {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
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
