package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.RunWindow;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scans one file. The first pass finds the distances between rows, whether the rows are in the
 * order of time, and the hash of the bytes; where all rows are sound, that pass also counts the
 * rows. Only a file with a malformed, repeated or off-grid row needs more passes.
 */
final class FileScan {

  private static final List<Long> NONE = Collections.nCopies(Rejection.values().length, 0L);

  private final Path path;
  private final RunWindow range;
  private final @Nullable CloseCover cover;
  private OpenTimes times;
  private long size;
  private String sha256 = "";
  private long rows;
  private boolean sound = true;
  private boolean ordered = true;

  private FileScan(Path path, RunWindow range, @Nullable CloseCover cover) {
    this.path = path;
    this.range = range;
    this.cover = cover;
    this.times = new OpenTimes(range, cover);
  }

  /**
   * @param range rows outside the range are not judged
   * @param cover closes of the backtest to mark; null when no caller counts closes
   * @throws BarInputException if the file cannot be read, or is not in the order of time and too
   *     large to be sorted
   */
  static FileScan of(Path path, RunWindow range, @Nullable CloseCover cover) {
    FileScan scan = new FileScan(path, range, cover);
    try {
      scan.run();
    } catch (IOException e) {
      throw new BarInputException(path.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
    return scan;
  }

  private void run() throws IOException {
    MessageDigest digest = sha256Digest();
    size = Files.size(path);
    try (InputStream bytes =
            new BufferedInputStream(
                new DigestInputStream(Files.newInputStream(path), digest),
                LineBuffer.LONGEST_LINE);
        RowReader reader = RowReader.open(path, bytes)) {
      readRows(reader);
      ordered = times.isOrdered();
      if (!ordered && reader.textBytes() > SortedRows.MOST_TEXT) {
        throw SortingAdvice.tooLarge(path, reader);
      }
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
    if (!ordered) {
      times = sortedTimes();
    }
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readRows(RowReader reader) {
    FileRows.Found found;
    while ((found = reader.next()) != FileRows.Found.END) {
      rows++;
      if (found == FileRows.Found.ROW) {
        times.add(reader.openTime());
      } else {
        sound = false;
      }
    }
    times.end();
  }

  private OpenTimes sortedTimes() {
    OpenTimes sorted = new OpenTimes(range, cover);
    try (FileRows all = open(path, false, BarFolder.EVERYTHING)) {
      FileRows.Found found;
      while ((found = all.next()) != FileRows.Found.END) {
        if (found == FileRows.Found.ROW) {
          sorted.add(all.openTime());
        }
      }
    }
    sorted.end();
    return sorted;
  }

  /**
   * The rows of a file, the earliest first.
   *
   * @param ordered whether the file is in the order of time
   * @param window rows outside the window may be left out
   */
  static FileRows open(Path path, boolean ordered, RunWindow window) {
    RowReader reader = RowReader.open(path);
    return ordered ? reader : SortedRows.of(path.getFileName().toString(), reader, window);
  }

  /** Number of pairs of consecutive rows that are a timeframe apart; no key for 0. */
  Map<Timeframe, Long> spacings() {
    return times.spacings();
  }

  boolean hasTimes() {
    return times.count() > 0;
  }

  /** The result of the scan, for the timeframe of the folder's bars. */
  Result result(Timeframe source) {
    boolean plain = sound && !times.repeats() && times.isOnGridOf(source);
    return plain ? plain() : thorough(source);
  }

  /**
   * @param goodRows usable rows of the whole file, inside or outside the range
   * @param closes of the cover at which this file has a bar, by their number
   */
  record Result(long goodRows, long firstOpen, long lastOpen, RowCounts counts, BitSet closes) {}

  private Result plain() {
    RowCounts counts =
        new RowCounts(
            times.inRange(),
            times.inRange(),
            NONE,
            0,
            0,
            "",
            times.firstInRange(),
            times.lastInRange());
    return new Result(times.count(), times.first(), times.last(), counts, times.closes());
  }

  private Result thorough(Timeframe source) {
    OpenTimes good = timesOnGrid(source);
    InputCounter counter = new InputCounter();
    OpenTimes used = new OpenTimes(range, cover);
    try (RowGate gate = new RowGate(open(path, ordered, range), source, range, counter)) {
      while (gate.next()) {
        used.add(gate.openTime());
        gate.findings().take();
      }
    }
    used.end();
    RowCounts counts =
        new RowCounts(
            counter.counts().rows(),
            counter.used,
            counter.rejectedByReason(),
            counter.superseded,
            counter.duplicates,
            counter.firstOffence(),
            used.firstInRange(),
            used.lastInRange());
    return new Result(good.count(), good.first(), good.last(), counts, used.closes());
  }

  private OpenTimes timesOnGrid(Timeframe source) {
    OpenTimes good = new OpenTimes(range, null);
    try (FileRows all = open(path, ordered, BarFolder.EVERYTHING)) {
      FileRows.Found found;
      while ((found = all.next()) != FileRows.Found.END) {
        long openTime = all.openTime();
        boolean again = good.count() > 0 && openTime == good.last();
        if (found == FileRows.Found.ROW && source.closesAt(openTime) && !again) {
          good.add(openTime);
        }
      }
    }
    good.end();
    return good;
  }

  SymbolFile file(int symbol, String name, Result result, Timeframe source) {
    Timeframe own = OpenTimes.mostFrequent(times.spacings());
    return new SymbolFile(
        symbol,
        name,
        path.getFileName().toString(),
        size,
        sha256,
        rows,
        result.goodRows(),
        result.firstOpen(),
        result.lastOpen(),
        ordered,
        own == null ? source : own,
        result.counts());
  }
}
