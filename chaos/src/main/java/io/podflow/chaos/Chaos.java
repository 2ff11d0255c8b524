package io.podflow.chaos;

import io.podflow.chaos.fault.FaultKind;
import io.podflow.chaos.plan.Plan;
import io.podflow.chaos.stage.LocalProcesses;
import io.podflow.job.cleanup.OnInterrupt;
import io.podflow.job.cleanup.Scratch;
import io.podflow.live.job.LiveRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the harness. */
@Command(
    name = "scripts/chaos",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Breaks a live portfolio on a broker and a cluster of its own, at moments that follow from a",
      "seed, and says whether anything was lost. See docs/chaos.md."
    })
public final class Chaos implements Callable<Integer> {

  private static final long SECOND_MILLIS = 1_000;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private long seed;

  @Option(
      names = "--faults",
      paramLabel = "LIST",
      split = ",",
      required = true,
      description = {
        "Separated by commas, pairs with a +, as in broker,task-manager+exchange; 'all' for each",
        "alone, 'pairs' for each with each. A run for each. There are:"
      })
  private List<String> faults;

  @Option(
      names = "--moments",
      paramLabel = "N",
      defaultValue = "1",
      description = "Moments of each entry (default: 1).")
  private int moments;

  @Option(names = "--together", description = "All entries in one run.")
  private boolean together;

  @Option(
      names = "--closes-per-second",
      paramLabel = "N",
      defaultValue = "10",
      description = "Pace of the bars (default: 10).")
  private double pace;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "What is traded, on the synthetic market (default: a small portfolio).")
  private @Nullable Path config;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Keeps databases and logs, in a new folder (default: nothing is kept).")
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Chaos()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    List<List<FaultKind>> entries = entries();
    List<List<List<FaultKind>>> runs =
        together ? List.of(entries) : entries.stream().map(List::of).toList();
    int most = runs.stream().mapToInt(List::size).max().orElse(0) * moments;
    try (Scratch scratch = Scratch.create("podflow-chaos")) {
      Path folder = out == null ? scratch.folder() : Files.createDirectory(out).toRealPath();
      Path root = Path.of(System.getProperty("podflow.root", ".")).toAbsolutePath().normalize();
      LocalProcesses local = new LocalProcesses(root, System.getenv());
      Harness harness =
          new Harness(
              config == null ? shipped(folder) : config.toAbsolutePath(),
              Plan.closesFor(most),
              folder,
              local,
              LiveRun.classPath(),
              this::print);
      try (harness;
          OnInterrupt interrupted = OnInterrupt.run(() -> close(harness))) {
        return all(harness, runs) ? 0 : 1;
      }
    }
  }

  private boolean all(Harness harness, List<List<List<FaultKind>>> runs) throws Exception {
    harness.start();
    boolean clean = true;
    for (List<List<FaultKind>> run : runs) {
      clean &=
          harness.disturb(
              harness.plan(seed, run, moments), Duration.ofMillis((long) (SECOND_MILLIS / pace)));
    }
    return clean;
  }

  private static void close(Harness harness) {
    try {
      harness.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(String line) {
    PrintWriter console = spec.commandLine().getOut();
    console.println(line);
    console.flush();
  }

  private List<List<FaultKind>> entries() {
    List<List<FaultKind>> entries = new ArrayList<>();
    for (String entry : faults) {
      switch (entry) {
        case "all" -> Arrays.stream(FaultKind.values()).map(List::of).forEach(entries::add);
        case "pairs" -> entries.addAll(pairs());
        default -> entries.add(Arrays.stream(entry.split("\\+")).map(this::fault).toList());
      }
    }
    return entries;
  }

  private static List<List<FaultKind>> pairs() {
    List<List<FaultKind>> pairs = new ArrayList<>();
    FaultKind[] kinds = FaultKind.values();
    for (int first = 0; first < kinds.length; first++) {
      for (int second = first + 1; second < kinds.length; second++) {
        pairs.add(List.of(kinds[first], kinds[second]));
      }
    }
    return pairs;
  }

  private FaultKind fault(String label) {
    return FaultKind.named(label)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--faults: " + label + " (expected: some of " + FaultKind.labels() + ")"));
  }

  /** The portfolio that comes with the harness. */
  static Path shipped(Path folder) throws IOException {
    Path file = folder.resolve("chaos.yaml");
    try (InputStream shipped =
        Objects.requireNonNull(Chaos.class.getResourceAsStream("chaos.yaml"), "chaos.yaml")) {
      Files.write(file, shipped.readAllBytes());
    }
    return file;
  }
}
