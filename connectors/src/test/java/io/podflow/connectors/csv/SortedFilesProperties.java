package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.BacktestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The order of a file's lines says nothing, but for lines of the same time. */
class SortedFilesProperties {

  private static final PortfolioLayout ROSTER = PortfolioLayouts.of(Timeframe.H12, "BTC/USDT");
  private static final BacktestSettings RANGE =
      PortfolioLayouts.range("2024-01-02", "2024-01-04", 0);

  private static String row(int hour, int figure, int style) {
    Instant time = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(3_600L * hour);
    String text =
        switch (style) {
          case 0 -> time.toString();
          case 1 -> Long.toString(time.toEpochMilli());
          case 2 -> Long.toString(time.getEpochSecond());
          default -> time.getEpochSecond() + "000000";
        };
    return text + "," + figure + ",100,1," + figure + "," + figure;
  }

  @Property(tries = 60)
  @Tag("DA2")
  @Tag("DA3")
  void aShuffledFileReadsAsTheSortedOneOfItsLastLines(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    List<Integer> hours = new ArrayList<>();
    for (int i = 0; i < 160; i++) {
      hours.add(random.nextInt(100));
    }
    for (int hour = 0; hour < 100; hour += 1 + random.nextInt(2)) {
      hours.add(hour);
      hours.add(hour + 1);
    }
    Collections.shuffle(hours, random);
    Map<Integer, String> last = new TreeMap<>();
    for (int hour : hours) {
      int figure = 1 + random.nextInt(3);
      lines.add(row(hour, figure, random.nextInt(4)));
      last.put(hour, row(hour, figure, 0));
    }
    Path folder = Files.createTempDirectory("podflow-shuffled");
    try {
      Reading.write(folder, "BTC-USDT.csv", lines.toArray(String[]::new));
      Reading shuffled = Reading.of(folder, ROSTER, RANGE);
      Path converted = folder.resolve("converted");
      BarConversion.write(List.of(BarFile.of(folder.resolve("BTC-USDT.csv"))), converted);
      Reading back = Reading.of(converted, ROSTER, RANGE);
      Reading.write(folder, "BTC-USDT.csv", last.values().toArray(String[]::new));
      Reading sorted = Reading.of(folder, ROSTER, RANGE);
      assertThat(shuffled.bars()).isEqualTo(sorted.bars()).isNotEmpty();
      assertThat(back).isEqualTo(sorted);
      assertThat(shuffled.counts().rejected()).isZero();
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Collections.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
      }
    }
  }
}
