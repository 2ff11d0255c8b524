package io.podflow.connectors.sample;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.Naming;
import io.podflow.domain.market.synthetic.EightDigits;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes the synthetic market as a folder of CSV files, which is complete or absent after the call.
 */
public final class SampleMarket {

  private static final String README = "README.txt";
  private static final int BYTES_PER_ROW = 80;

  private SampleMarket() {}

  /**
   * Writes one file per symbol and a README that describes the data.
   *
   * @param folder must be absent or empty
   * @throws FileAlreadyExistsException if the folder is not empty
   */
  public static void write(Path folder, long seed) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    refuseOccupied(target);
    Path parent = target.getParent();
    if (parent == null) {
      throw occupied(target);
    }
    Files.createDirectories(parent);
    Path draft = parent.resolve("." + target.getFileName() + "-" + UUID.randomUUID());
    Files.createDirectory(draft);
    try {
      writeFiles(draft, seed);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      delete(draft);
      refuseOccupied(target);
      throw e;
    }
  }

  private static void refuseOccupied(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> content = Files.list(target)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(target)) {
      throw occupied(target);
    }
  }

  private static FileAlreadyExistsException occupied(Path target) {
    return new FileAlreadyExistsException(
        target.toString(), null, "already exists and is not an empty folder");
  }

  private static void writeFiles(Path draft, long seed) throws IOException {
    SyntheticMarket market = SyntheticMarket.of(seed);
    Map<Long, String> opens = new HashMap<>();
    for (int symbol = 0; symbol < market.universe().size(); symbol++) {
      String name = Naming.fileStem(market.universe().symbol(symbol)) + ".csv";
      write(draft.resolve(name), csv(market.bars(symbol), opens));
    }
    write(draft.resolve(README), readme(seed));
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String csv(List<Bar> bars, Map<Long, String> opens) {
    StringBuilder text = new StringBuilder(bars.size() * BYTES_PER_ROW);
    text.append("timestamp,open,high,low,close,volume\n");
    for (Bar bar : bars) {
      text.append(opens.computeIfAbsent(bar.closeTime(), close -> openText(bar)));
      append(bar.open(), text);
      append(bar.high(), text);
      append(bar.low(), text);
      append(bar.close(), text);
      append(bar.volume(), text);
      text.append('\n');
    }
    return text.toString();
  }

  private static String openText(Bar bar) {
    return Instant.ofEpochMilli(bar.closeTime() - bar.timeframe().millis()).toString();
  }

  private static void append(double value, StringBuilder text) {
    text.append(',');
    EightDigits.append(value, text);
  }

  private static String readme(long seed) {
    Instant from = Instant.ofEpochMilli(SyntheticMarket.FIRST_OPEN);
    Instant to =
        Instant.ofEpochMilli(
            SyntheticMarket.FIRST_OPEN + SyntheticMarket.BARS * SyntheticMarket.TIMEFRAME.millis());
    return String.join(
        "\n",
        "SYNTHETIC DATA. These are not prices of anything.",
        "",
        "Written by 'podflow sample' with seed " + seed + "; the same seed gives the same bytes.",
        SyntheticMarket.SYMBOLS + " symbols, bars of " + Timeframe.H12 + ", " + from + " to " + to,
        "Timestamps are bar opens, UTC.",
        "All symbols share a common factor whose regimes (rally, decline, range, turbulence)",
        "change at random; one crash begins at "
            + Instant.ofEpochMilli(SyntheticMarket.CRASH_OPEN)
            + ".",
        SyntheticMarket.LATE_SYMBOL
            + " lists at "
            + Instant.ofEpochMilli(SyntheticMarket.LISTING_OPEN)
            + ", "
            + SyntheticMarket.DELISTED_SYMBOL
            + " ends at "
            + Instant.ofEpochMilli(SyntheticMarket.DELISTING_CLOSE)
            + ".",
        "Good for trying podflow out; results on it say nothing about any market.",
        "");
  }

  private static void delete(Path draft) throws IOException {
    try (Stream<Path> content = Files.list(draft)) {
      for (Path file : content.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(draft);
  }
}
