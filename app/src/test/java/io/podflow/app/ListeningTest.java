package io.podflow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podflow.job.testing.ListeningSockets;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import io.podflow.live.testing.LocalParts;
import io.podflow.live.testing.SharedParts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of podflow are looked at from outside while they run: other machines reach none. */
@Tag("LV9")
class ListeningTest {

  private static final Path QUICKSTART =
      Path.of(System.getProperty("podflow.root", "..")).resolve("config/quickstart.yaml");

  private static final int LOOKS = 3_000;
  private static final long BETWEEN_MILLIS = 20;

  /** Looks at the sockets after the first were seen: others may follow. */
  private static final int MORE = 100;

  @TempDir private Path folder;

  @BeforeAll
  static void needsTheTablesOfLinux() {
    assumeTrue(
        ListeningSockets.areKnown(),
        "SKIPPED: this system has no /proc/net/tcp; nobody has looked which sockets podflow opens");
  }

  /** All sockets that a command had at any look, until it ended or had shown some. */
  private Set<String> seen(List<String> arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    line.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    line.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    line.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    line.add(Podflow.class.getName());
    line.addAll(arguments);
    File log = folder.resolve("log").toFile();
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    Set<String> sockets = new TreeSet<>();
    try {
      int more = MORE;
      for (int look = 0; look < LOOKS && more > 0; look++) {
        if (process.waitFor(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
        sockets.addAll(looked(process));
        more -= sockets.isEmpty() ? 0 : 1;
      }
      return sockets;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** A process that ends during the look has no sockets. */
  private static Set<String> looked(Process process) throws IOException {
    try {
      return ListeningSockets.of(process.pid());
    } catch (IOException e) {
      if (process.isAlive()) {
        throw e;
      }
      return Set.of();
    }
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Test
  void aBacktestIsOnLoopback() throws Exception {
    String out = folder.resolve("run").toString();
    Set<String> sockets =
        seen(List.of("backtest", QUICKSTART.toAbsolutePath().toString(), "--out", out));

    assertThat(sockets).as(log()).isNotEmpty();
    assertThat(ListeningSockets.open(sockets)).isEmpty();
  }

  @Test
  void aLiveJobInItsOwnProcessIsWhereTheConfigurationSays() throws Exception {
    Set<String> byDefault = seen(live("inside", QUICKSTART));
    assertThat(byDefault).as(log()).isNotEmpty();
    assertThat(ListeningSockets.open(byDefault)).isEmpty();

    Path everywhere = folder.resolve("everywhere.yaml");
    String yaml = Files.readString(QUICKSTART);
    assertThat(yaml).contains("\norchestrator:\n").doesNotContain("  live:");
    Files.writeString(
        everywhere,
        yaml.replace("\norchestrator:\n", "\norchestrator:\n  live: {bind: 0.0.0.0}\n"));
    Set<String> asAsked = seen(live("outside", everywhere));
    assertThat(ListeningSockets.open(asAsked))
        .as(log())
        .isNotEmpty()
        .allMatch(socket -> socket.startsWith("0".repeat(8)));
  }

  private List<String> live(String topics, Path config) throws Exception {
    String broker = prepared(topics);
    return List.of(
        "live",
        config.toAbsolutePath().toString(),
        "--kafka=" + broker,
        "--topics=" + topics,
        "--state=" + folder.resolve("state-" + topics));
  }

  private static String prepared(String topics) throws Exception {
    LocalParts parts = SharedParts.running().local;
    TopicSetup.ensure(KafkaAccess.of(parts.broker, null, Map.of()), new Topics(topics));
    return parts.broker;
  }

  @Test
  void theSavepointToolIsOnLoopback() throws Exception {
    Path savepoint = Path.of("src/test/resources/fixtures/0.1.0-logical-names/savepoint");
    Set<String> sockets = seen(List.of("state", "inspect", savepoint.toAbsolutePath().toString()));

    assertThat(sockets).as(log()).isNotEmpty();
    assertThat(ListeningSockets.open(sockets)).isEmpty();
  }

  @Test
  void aRecordingListensNowhere() throws Exception {
    String to = "--kafka=" + prepared("recorded");
    String out = "--out=" + folder.resolve("live.db");
    Set<String> sockets = seen(List.of("record", to, "--topics=recorded", out, "--idle=2"));

    assertThat(log()).contains("0 rows recorded");
    assertThat(ListeningSockets.open(sockets)).isEmpty();
  }
}
