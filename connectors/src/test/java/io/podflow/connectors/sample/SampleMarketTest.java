package io.podflow.connectors.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMarketTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    SampleMarket.write(folder.resolve("a"), 5);
    SampleMarket.write(folder.resolve("b"), 5);
    SampleMarket.write(folder.resolve("c"), 6);
    assertThat(contents("a")).isEqualTo(contents("b")).isNotEqualTo(contents("c")).hasSize(18);
  }

  @Test
  void theFilesAreTheMarketToTheLastBit() throws IOException {
    SampleMarket.write(folder.resolve("a"), 5);
    SyntheticMarket market = SyntheticMarket.of(5);
    for (int symbol = 0; symbol < market.universe().size(); symbol++) {
      String name = market.universe().symbol(symbol).replace('/', '-') + ".csv";
      List<String> lines = Files.readAllLines(folder.resolve("a").resolve(name));
      List<Bar> bars = market.bars(symbol);
      assertThat(lines.get(0)).isEqualTo("timestamp,open,high,low,close,volume");
      assertThat(lines).hasSize(bars.size() + 1);
      for (int i = 0; i < bars.size(); i++) {
        assertThat(bar(bars.get(i), lines.get(i + 1))).isEqualTo(bars.get(i));
      }
    }
  }

  private static Bar bar(Bar like, String line) {
    String[] fields = line.split(",", -1);
    return new Bar(
        like.symbol(),
        like.timeframe(),
        Instant.parse(fields[0]).toEpochMilli() + like.timeframe().millis(),
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]),
        Double.parseDouble(fields[5]));
  }

  @Test
  void theReadmeSaysThatItIsSynthetic() throws IOException {
    SampleMarket.write(folder.resolve("a"), 5);
    assertThat(Files.readString(folder.resolve("a/README.txt")))
        .startsWith("SYNTHETIC DATA.")
        .contains("seed 5")
        .contains("2021-01-01T00:00:00Z to 2025-01-01T00:00:00Z")
        .contains("SYN16/USDT lists at 2022-07-01T00:00:00Z")
        .contains("SYN17/USDT ends at 2023-09-15T00:00:00Z");
  }

  @Test
  void anEmptyFolderIsFilledAndAnOccupiedOneIsLeftAlone() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    SampleMarket.write(empty, 5);
    assertThat(contents("empty")).hasSize(18);

    Path occupied = Files.createDirectory(folder.resolve("occupied"));
    Files.writeString(occupied.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> SampleMarket.write(occupied, 5))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(contents("occupied")).containsOnlyKeys("mine.txt");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("empty", "occupied");
    }
  }

  private Map<String, String> contents(String name) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
