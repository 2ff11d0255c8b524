package io.podflow.app.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("DA2")
class BarsCommandTest {

  private static final String HEADER = "time,open,high,low,close,volume\n";

  private final Path folder;
  private final Path bars;

  BarsCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.bars = Files.createDirectory(folder.resolve("bars"));
  }

  private void write(String file, List<String> rows) throws IOException {
    Files.writeString(bars.resolve(file), HEADER + String.join("\n", rows) + "\n");
  }

  private static List<String> days(int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(LocalDate.of(2024, 1, 1).plusDays(i) + ",10,12,9,11,5");
    }
    return rows;
  }

  @Test
  void checkTellsGapsHaltsJumpsAndSecondRows() throws IOException {
    List<String> rows = days(40);
    for (int i = 20; i < 40; i++) {
      rows.set(i, rows.get(i).replace(",10,12,9,11,5", ",100,120,90,110,5"));
    }
    for (int i = 30; i < 35; i++) {
      rows.set(i, rows.get(i).replace(",5", ",0"));
    }
    rows.add(13, rows.get(12));
    rows.add(16, rows.get(15).replace(",11,5", ",10.5,5"));
    rows.subList(5, 8).clear();
    write("BTC-USDT.csv", rows);
    write("ETH-USDT.csv", days(40));
    Invocation check = Invocation.of("bars", "check", bars);
    assertThat(check.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(check.out())
        .containsPattern("BTC-USDT.csv .* 1D +39 +37 +92.50 % +1 +1 +1 +0 +1 +1\n")
        .containsPattern("ETH-USDT.csv .* 1D +40 +40 +100.00 % +0 +0 +0 +0 +0 +0\n")
        .contains("the longest gap has 3 bars")
        .contains(
            "BTC-USDT.csv: halted, 5 bars in a row with the same close and no volume,"
                + " from 2024-01-31T00:00:00Z")
        .contains("implausible jump")
        .contains("2024-01-22T00:00:00Z, from 11.0 to 110.0");
  }

  @Test
  @Tag("EV2")
  void aHaltIsWhatTheRuleOfARunCallsOne() throws IOException {
    List<String> rows = days(60);
    rows.subList(10, 40).replaceAll(row -> row.replace(",11,5", ",11,0"));
    rows.set(24, rows.get(24).replace(",11,0", ",10.5,0"));
    rows.set(30, rows.get(30).replace(",11,0", ",11,1"));
    rows.set(36, rows.get(36).replace(",11,0", ",11,"));
    rows.remove(13);
    write("BTC-USDT.csv", rows);
    String out = Invocation.of("bars", "check", bars).out();
    assertThat(out)
        .contains("halted, 13 bars in a row with the same close and no volume, from 2024-01-11T")
        .contains("halted, 5 bars in a row with the same close and no volume, from 2024-01-26T")
        .contains("halted, 9 bars in a row with the same close and no volume, from 2024-02-01T");
  }

  @Test
  void checkEndsWithTheDatasCodeWhenAFileWouldBeRefused() throws IOException {
    write("ETH-USDT.csv", days(40));
    write("BTC-USDT.csv", List.of("2024/01/01,1,1,1,1,1"));
    Files.createFile(bars.resolve("SOL-USDT.csv"));
    Invocation check = Invocation.of("bars", "check", bars);
    assertThat(check.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(check.out())
        .contains("ETH-USDT.csv")
        .contains("BTC-USDT.csv:2: timestamp '2024/01/01' is not a time")
        .contains("REFUSED  SOL-USDT.csv is empty");
    assertThat(Invocation.of("bars", "check", folder.resolve("none")).exitCode())
        .isEqualTo(ExitCode.DATA);
    assertThat(Invocation.of("bars").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void convertWritesTheNormalFormOnce() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("1704153600000,0.00001,2e-5,1e-05,1.5e-5,12345678901");
    rows.add("1704067200,1,1,1,1,");
    write("X-USDT.csv", rows);
    Path out = folder.resolve("out");
    Invocation convert = Invocation.of("bars", "convert", bars, "--out", out);
    assertThat(convert.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(convert.out()).contains("2 rows of 1 files written to " + out);
    assertThat(out.resolve("X-USDT.csv"))
        .hasContent(
            """
            timestamp,open,high,low,close,volume
            2024-01-01T00:00:00Z,1,1,1,1,0
            2024-01-02T00:00:00Z,0.000010,0.000020,0.000010,0.000015,12345678901
            """);
    Invocation again = Invocation.of("bars", "convert", bars, "--out", out);
    assertThat(again.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(again.err()).contains("already exists and is not an empty folder");
  }

  @Test
  void convertWritesAllOrNothing() throws IOException {
    write("ETH-USDT.csv", days(40));
    List<String> bad = days(40);
    bad.set(3, "2024-01-04,1,1,1,?,1");
    write("BTC-USDT.csv", bad);
    Path out = folder.resolve("out");
    Invocation convert = Invocation.of("bars", "convert", bars, "--out", out);
    assertThat(convert.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(convert.err()).contains("1 of 40 rows").contains("BTC-USDT.csv:5: close '?'");
    assertThat(out).doesNotExist();
    assertThat(Invocation.of("bars", "convert", bars, "--out", out, "--accept-rejected").exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(Invocation.names(out)).containsExactly("BTC-USDT.csv", "ETH-USDT.csv");
    assertThat(Invocation.names(folder)).containsExactly("bars", "out");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void convertTellsAFileThatCannotBeRead() throws IOException {
    write("ETH-USDT.csv", days(40));
    Path broken = Files.createSymbolicLink(bars.resolve("BTC-USDT.csv"), Path.of("/proc/self/mem"));
    Invocation convert = Invocation.of("bars", "convert", bars, "--out", folder.resolve("out"));
    assertThat(convert.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(convert.err().lines())
        .containsExactly(
            "podflow: nothing was written: "
                + bars
                + ": "
                + broken.getFileName()
                + " cannot be read: Input/output error");
    assertThat(Invocation.names(folder)).containsExactly("bars");
  }

  @Test
  void aBrokenArchiveIsAFaultOfTheData() throws IOException {
    Files.writeString(bars.resolve("BTC-USDT.csv.gz"), "no archive");
    Invocation convert = Invocation.of("bars", "convert", bars, "--out", folder.resolve("out"));
    assertThat(convert.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(convert.err()).contains("BTC-USDT.csv.gz");
  }

  @Test
  void convertTellsAFileWhereAFolderShouldBe() throws IOException {
    write("BTC-USDT.csv", days(40));
    Path file = Files.createFile(folder.resolve("file"));
    Invocation at = Invocation.of("bars", "convert", bars, "--out", file);
    assertThat(at.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(at.err().lines())
        .containsExactly(
            "podflow: the bars cannot be written to "
                + file
                + ": "
                + file
                + ": already exists and is not an empty folder");
    Path below = file.resolve("out");
    Invocation under = Invocation.of("bars", "convert", bars, "--out", below);
    assertThat(under.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(under.err().lines())
        .containsExactly(
            "podflow: the bars cannot be written to "
                + below
                + ": "
                + file
                + ": is a file and no folder");
    assertThat(file).isEmptyFile();
    assertThat(Invocation.names(folder)).containsExactly("bars", "file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void convertTellsAPlaceThatTakesNoFolder() throws IOException {
    write("BTC-USDT.csv", days(40));
    Invocation convert = Invocation.of("bars", "convert", bars, "--out", "/proc/podflow-bars");
    assertThat(convert.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(convert.err().lines())
        .singleElement()
        .asString()
        .startsWith("podflow: the bars cannot be written to /proc/podflow-bars: ");
  }
}
