package io.podflow.connectors.csv;

import io.podflow.domain.market.Timeframe;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass over one file: what is in it, how far apart its rows are, and the hash of its bytes. */
final class FileScan {

  private final Path path;
  private final @Nullable Timeframe grid;
  private final Map<Timeframe, Long> spacings = new EnumMap<>(Timeframe.class);
  private long size;
  private String sha256 = "";
  private long rows;
  private long goodRows;
  private long firstOpen;
  private long lastOpen;

  private FileScan(Path path, @Nullable Timeframe grid) {
    this.path = path;
    this.grid = grid;
  }

  /**
   * @param grid length of the bars when it is known: rows off its grid are then not good rows
   */
  static FileScan of(Path path, @Nullable Timeframe grid) {
    FileScan scan = new FileScan(path, grid);
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
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readRows(RowReader reader) {
    long spacing = 0;
    long same = 0;
    RowReader.Found found;
    while ((found = reader.next()) != RowReader.Found.END) {
      rows++;
      if (found == RowReader.Found.MALFORMED || isMisplaced(reader.openTime())) {
        continue;
      }
      long openTime = reader.openTime();
      if (goodRows == 0) {
        firstOpen = openTime;
      } else if (openTime - lastOpen == spacing) {
        same++;
      } else {
        count(spacing, same);
        spacing = openTime - lastOpen;
        same = 1;
      }
      lastOpen = openTime;
      goodRows++;
    }
    count(spacing, same);
  }

  private boolean isMisplaced(long openTime) {
    return (goodRows > 0 && openTime <= lastOpen) || (grid != null && !grid.closesAt(openTime));
  }

  private void count(long spacing, long times) {
    for (Timeframe timeframe : Timeframe.values()) {
      if (timeframe.millis() == spacing) {
        spacings.merge(timeframe, times, Long::sum);
      }
    }
  }

  /** How often good rows follow each other at the length of a timeframe; absent for never. */
  Map<Timeframe, Long> spacings() {
    return Collections.unmodifiableMap(spacings);
  }

  /** Whether the first and the last good row open on the grid of {@code timeframe}. */
  boolean fits(Timeframe timeframe) {
    return goodRows == 0 || (timeframe.closesAt(firstOpen) && timeframe.closesAt(lastOpen));
  }

  boolean hasBars() {
    return goodRows > 0;
  }

  SymbolFile file(int symbol, String name) {
    return new SymbolFile(
        symbol,
        name,
        path.getFileName().toString(),
        size,
        sha256,
        rows,
        goodRows,
        firstOpen,
        lastOpen);
  }
}
