package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.Naming;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the inventory of a folder: finds the files of a layout and the timeframe of the bars. */
final class FolderScan {

  /** The timeframe of a folder without rows, where no result depends on the timeframe. */
  private static final Timeframe UNKNOWN = Timeframe.D1;

  private final Path folder;
  private final PortfolioLayout layout;
  private final RunWindow range;
  private final @Nullable CloseCover cover;

  /**
   * @param range rows outside the range are not judged
   * @param cover closes of the backtest to mark; null when no caller counts closes
   */
  FolderScan(Path folder, PortfolioLayout layout, RunWindow range, @Nullable CloseCover cover) {
    this.folder = folder;
    this.layout = layout;
    this.range = range;
    this.cover = cover;
  }

  BarInventory inventory() {
    Map<Integer, Path> paths = paths();
    Map<Integer, FileScan> scans = scan(paths);
    Timeframe source = source(scans);
    checkOneSource(paths, scans, source);
    checkPods(source, scans);
    List<SymbolFile> files = new ArrayList<>();
    BitSet closes = new BitSet();
    scans.forEach(
        (symbol, scan) -> {
          FileScan.Result result = scan.result(source);
          closes.or(result.closes());
          files.add(scan.file(symbol, name(symbol), result, source));
        });
    return new BarInventory(
        folder.toString(),
        source,
        files,
        missing(paths),
        dataHash(files),
        cover == null ? 0 : cover.size(),
        closes.cardinality());
  }

  private Map<Integer, Path> paths() {
    if (!Files.isDirectory(folder)) {
      throw new BarInputException("no folder of bars at " + folder);
    }
    if (!Files.isExecutable(folder)) {
      throw new BarInputException(
          "the folder of bars at " + folder + " cannot be read",
          new AccessDeniedException(folder.toString()));
    }
    Map<Integer, Path> paths = new TreeMap<>();
    for (int symbol = 0; symbol < layout.universe().size(); symbol++) {
      Path path = path(name(symbol));
      if (path != null) {
        paths.put(symbol, path);
      }
    }
    if (paths.isEmpty()) {
      throw new BarInputException(
          "no file in "
              + folder
              + " for any symbol of the configuration (expected: such as "
              + stem(name(0))
              + ".csv)");
    }
    return paths;
  }

  private @Nullable Path path(String name) {
    List<Path> found =
        BarFile.SUFFIXES.stream()
            .map(suffix -> folder.resolve(stem(name) + suffix))
            .filter(InputFiles::exists)
            .toList();
    if (found.size() > 1) {
      throw new BarInputException(
          name
              + " has two files in "
              + folder
              + ": "
              + found.get(0).getFileName()
              + " and "
              + found.get(1).getFileName());
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private String name(int symbol) {
    return layout.universe().symbol(symbol);
  }

  private static String stem(String name) {
    return Naming.fileStem(name);
  }

  private Map<Integer, FileScan> scan(Map<Integer, Path> paths) {
    Map<Integer, FileScan> scans = new TreeMap<>();
    paths.forEach((symbol, path) -> scans.put(symbol, FileScan.of(path, range, cover)));
    return scans;
  }

  /**
   * The most frequent distance between rows over all files, the shorter in a tie. With the smallest
   * distance, a single row off the grid would decide for the whole folder.
   */
  private Timeframe source(Map<Integer, FileScan> scans) {
    Map<Timeframe, Long> total = new EnumMap<>(Timeframe.class);
    for (FileScan scan : scans.values()) {
      scan.spacings().forEach((spacing, times) -> total.merge(spacing, times, Long::sum));
    }
    Timeframe source = OpenTimes.mostFrequent(total);
    if (source != null) {
      return source;
    }
    if (scans.values().stream().noneMatch(FileScan::hasTimes)) {
      return UNKNOWN;
    }
    throw new BarInputException(
        "the length of the bars in "
            + folder
            + " cannot be told: no two rows of a file are apart by a timeframe (one of "
            + Arrays.toString(Timeframe.values())
            + ")");
  }

  private static void checkOneSource(
      Map<Integer, Path> paths, Map<Integer, FileScan> scans, Timeframe source) {
    scans.forEach(
        (symbol, scan) -> {
          Timeframe own = OpenTimes.mostFrequent(scan.spacings());
          if (own != null && !scan.spacings().containsKey(source)) {
            throw new BarInputException(
                required(paths, symbol).getFileName()
                    + " has bars of "
                    + own
                    + ", the folder of "
                    + source
                    + " (expected: one length)");
          }
        });
  }

  private void checkPods(Timeframe source, Map<Integer, FileScan> scans) {
    if (scans.values().stream().noneMatch(FileScan::hasTimes)) {
      return;
    }
    for (int p = 0; p < layout.podCount(); p++) {
      PodSettings pod = layout.pod(p);
      if (!pod.timeframe().isMultipleOf(source)) {
        throw new BarInputException(
            "pod '"
                + pod.podId()
                + "' needs bars of "
                + pod.timeframe()
                + ", which cannot be made from the bars of "
                + source
                + " in "
                + folder);
      }
    }
  }

  private List<String> missing(Map<Integer, Path> paths) {
    List<String> missing = new ArrayList<>(layout.universe().symbols());
    missing.removeAll(paths.keySet().stream().map(this::name).toList());
    return missing;
  }

  private static Path required(Map<Integer, Path> paths, int symbol) {
    Path path = paths.get(symbol);
    if (path == null) {
      throw new IllegalStateException("no path of symbol " + symbol);
    }
    return path;
  }

  private static String dataHash(List<SymbolFile> files) {
    MessageDigest digest = FileScan.sha256Digest();
    for (SymbolFile file : files) {
      String line = file.file() + " " + file.sha256() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
