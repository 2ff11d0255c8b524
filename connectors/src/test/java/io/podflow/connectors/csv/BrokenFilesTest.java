package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no files of bars: each is refused with its name and a reason. */
@Tag("DA2")
class BrokenFilesTest {

  private static final String FILE = "BTC-USDT.csv";
  private static final PortfolioLayout DAILY = PortfolioLayouts.of(Timeframe.D1, "BTC/USDT");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file() {
    return folder.resolve(FILE);
  }

  private void refused(String... why) {
    assertThatThrownBy(
            () -> Reading.of(folder, DAILY, PortfolioLayouts.range("2024-01-01", "2024-01-09", 0)))
        .isInstanceOf(BarInputException.class)
        .hasMessageContainingAll(why);
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.createFile(file());
    refused(FILE, "is empty (expected: a header and rows)");
  }

  @Test
  void aHeaderAlone() throws IOException {
    Files.writeString(file(), Reading.HEADER);
    refused("no row in");
  }

  @Test
  void anAddressAlone() throws IOException {
    Files.writeString(file(), "https://example.org\n");
    refused(FILE, "no column open, high, low, close, timestamp in the header 'https");
  }

  @Test
  void noise() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    Files.write(file(), noise);
    refused(FILE, "no column");
    Files.write(file(), new byte[200_000]);
    refused(FILE);
  }

  @Test
  void aFolderNamedLikeAFile() throws IOException {
    Files.createDirectory(file());
    refused(FILE, "is not a file (rename or remove it)");
  }

  @Test
  void aGzipFileThatEndsEarly() throws IOException {
    Path gzip = folder.resolve(FILE + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(
          (Reading.HEADER + "2024-01-01,1,1,1,1,1\n".repeat(20_000))
              .getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(gzip);
    Files.write(gzip, Arrays.copyOf(bytes, bytes.length / 2));
    refused(FILE + ".gz is no complete gzip file");
    Files.delete(gzip);
    Files.writeString(folder.resolve("BTC-USDT.zip"), "no zip");
    refused("BTC-USDT.zip is no complete zip file");
  }

  @Test
  void anUnsortedFileThatIsTooLargeIsRefusedWithTheCommandThatSorts() throws IOException {
    String row = "2024-01-02T00:00:00Z,10.00000000,12.00000000,9.000000000,11.0000000,1.0000000\n";
    int rows = (int) (SortedRows.MOST_TEXT / row.length()) + 100;
    try (OutputStream out = Files.newOutputStream(file())) {
      out.write((Reading.HEADER + "2024-01-03,1,1,1,1,1\n").getBytes(StandardCharsets.UTF_8));
      byte[] block = row.repeat(1_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i <= rows / 1_000; i++) {
        out.write(block);
      }
    }
    refused(
        FILE + " is not in the order of time and holds more than 64 MB of text",
        "(cat BTC-USDT.csv | head -n 1; cat BTC-USDT.csv | tail -n +2 | sort -s -t ',' -k1,1)"
            + " > sorted/BTC-USDT.csv");
  }

  @Test
  void conversionOverwritesNothingAndLeavesNothingHalf() throws IOException {
    Reading.write(folder, FILE, "2024-01-01,1,1,1,1,1", "2024-01-02,1,1,1,1,1");
    BarFile bars = BarFile.of(file());
    Path target = Files.createDirectory(folder.resolve("out"));
    Files.writeString(target.resolve("mine"), "x");
    assertThatThrownBy(() -> BarConversion.write(List.of(bars), target))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.readString(target.resolve("mine"))).isEqualTo("x");

    Files.delete(file());
    assertThatThrownBy(() -> BarConversion.write(List.of(bars), folder.resolve("new")))
        .isInstanceOf(BarInputException.class);
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("out");
    }
  }
}
