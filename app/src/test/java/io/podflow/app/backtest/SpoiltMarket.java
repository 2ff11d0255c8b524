package io.podflow.app.backtest;

import io.podflow.app.testing.Invocation;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The synthetic market as a folder in which one row of SYN01 is malformed (so its day has one bar
 * of two), two repeated, of which one far from its place, and one superseded, and which ends in the
 * middle of a day.
 */
final class SpoiltMarket {

  static final String FILE = "SYN01-USDT.csv";

  /** Line of the malformed row. */
  static final int MALFORMED_LINE = 2802;

  /** A first day before all that is spoilt. */
  static final String FROM = "2024-10-01";

  /** Symbols with a bar on the last day. */
  static final int LISTED = 16;

  private static final String LAST_ROW = "2024-12-31T12:00";

  private SpoiltMarket() {}

  static Path write(Path folder) throws IOException {
    SampleMarket.write(folder, SyntheticMarket.DEFAULT_SEED);
    for (String name : Invocation.names(folder)) {
      cutLastRow(folder.resolve(name));
    }
    spoil(folder.resolve(FILE));
    return folder;
  }

  private static void cutLastRow(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.get(lines.size() - 1).startsWith(LAST_ROW)) {
      Files.write(file, lines.subList(0, lines.size() - 1));
    }
  }

  private static void spoil(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int malformed = MALFORMED_LINE - 1;
    lines.set(malformed, withVolume(lines.get(malformed), "many"));
    lines.add(malformed + 1, lines.get(malformed - 5));
    lines.add(malformed + 3, lines.get(malformed + 2));
    lines.add(malformed + 5, withVolume(lines.get(malformed + 4), "1"));
    Files.write(file, lines);
  }

  private static String withVolume(String row, String volume) {
    return row.substring(0, row.lastIndexOf(',') + 1) + volume;
  }
}
