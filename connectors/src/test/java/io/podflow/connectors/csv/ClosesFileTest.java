package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("FI2")
class ClosesFileTest {

  private final Path folder;

  ClosesFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("index.csv"), text);
  }

  @Test
  void aCloseIsKnownFromItsTimeOn() throws IOException {
    ClosesFile closes =
        ClosesFile.read(file("time,close\n2024-01-01T00:00:00Z,10\n2024-01-03T00:00:00Z,12\n"));
    assertThat(closes.at(time("2023-12-31T23:00:00Z"))).isNaN();
    assertThat(closes.at(time("2024-01-01T00:00:00Z"))).isEqualTo(10);
    assertThat(closes.at(time("2024-01-02T23:59:59Z"))).isEqualTo(10);
    assertThat(closes.at(time("2024-01-09T00:00:00Z"))).isEqualTo(12);
  }

  @Test
  void whatCannotBeUsedIsRefusedWithItsLine() {
    assertThatThrownBy(() -> ClosesFile.read(file("time,close\n2024-01-01T00:00:00Z,0\n")))
        .isInstanceOf(BarInputException.class)
        .hasMessageContaining(":2: close '0' (expected: a price above 0)");
    assertThatThrownBy(() -> ClosesFile.read(file("time,price\n2024-01-01T00:00:00Z,1\n")))
        .hasMessageContaining("no column close");
    assertThatThrownBy(
            () ->
                ClosesFile.read(
                    file("time,close\n2024-01-02T00:00:00Z,1\n2024-01-01T00:00:00Z,1\n")))
        .hasMessageContaining(":3: time");
    assertThatThrownBy(() -> ClosesFile.read(folder.resolve("none.csv")))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> ClosesFile.read(file("time,close\n"))).hasMessageContaining("no row");
  }

  private static long time(String text) {
    return Instant.parse(text).toEpochMilli();
  }
}
