import io.podflow.domain.portfolio.books.DailyReturns;
import io.podflow.domain.portfolio.books.Ledger;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.step.Routes;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.state.PortfolioEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a large savepoint of a real one: its pod with most symbols, many times over, all in one
 * portfolio. Every copy holds what the pod holds.
 *
 * <p>Arguments: a savepoint, the number of pods, a folder for the new one.
 */
class State {

  public static void main(String[] arguments) throws Exception {
    JobState model = StateReading.read(SavepointFolder.open(arguments[0]));
    int pods = Integer.parseInt(arguments[1]);
    List<AssetEntry> assets = new ArrayList<>();
    List<PodEntry> entries = new ArrayList<>();
    PodEntry first =
        model.pods().stream()
            .max(Comparator.comparingInt(pod -> pod.memory().symbols.length))
            .orElseThrow();
    for (int p = 0; p < pods; p++) {
      entries.add(
          new PodEntry(p, first.memory(), first.waiting(), first.clock(), first.timers()));
      for (AssetEntry asset : model.assets()) {
        if (Routes.podOf(asset.key()) == first.key()) {
          int key = Routes.asset(p, Routes.symbolOf(asset.key()));
          assets.add(new AssetEntry(key, asset.memory(), asset.timers()));
        }
      }
    }
    PortfolioEntry portfolio = model.portfolio();
    widen(portfolio.memory(), pods);
    SavepointWriting.create(
        new JobState(assets, entries, portfolio, model.market(), model.exchange(), List.of()),
        Path.of(arguments[2]));
    System.out.println(pods + " pods, " + assets.size() + " pairs of pod and symbol");
  }

  /** Every array by pod gets as many copies of its first element as there are pods. */
  private static void widen(PortfolioState books, int pods) {
    Ledger ledger = books.ledger;
    books.pods = new String[pods];
    Arrays.setAll(books.pods, p -> "pod-" + p);
    ledger.podCash = filled(ledger.podCash, pods);
    ledger.quantities = Arrays.copyOf(ledger.quantities, pods);
    Arrays.fill(ledger.quantities, ledger.quantities[0]);
    books.targets = Arrays.copyOf(books.targets, pods);
    Arrays.fill(books.targets, books.targets[0]);
    books.lives = Arrays.copyOf(books.lives, pods);
    Arrays.fill(books.lives, books.lives[0]);
    books.detectorScores = filled(books.detectorScores, pods);
    books.trades = Arrays.copyOf(books.trades, pods);
    books.fractions = new double[pods];
    Arrays.fill(books.fractions, 1.0 / pods);
    books.drawdowns = filled(books.drawdowns, pods);
    books.liveDays = Arrays.copyOf(books.liveDays, pods);
    books.departed = new boolean[pods];
    books.released = new boolean[pods];
    DailyReturns days = books.dailyReturns;
    days.byPod = Arrays.copyOf(days.byPod, pods);
    Arrays.fill(days.byPod, days.byPod[0]);
    Arrays.fill(books.waiting, null);
    for (int s = 0; s < books.symbols.length; s++) {
      boolean held = ledger.quantity(s) != 0;
      double price = ledger.averagePrices[s] > 0 ? ledger.averagePrices[s] : ledger.marks[s];
      ledger.averagePrices[s] = held ? price : 0;
    }
    books.peakEquity = Math.max(books.peakEquity, ledger.equity());
  }

  private static double[] filled(double[] values, int size) {
    double[] filled = new double[size];
    Arrays.fill(filled, values[0]);
    return filled;
  }
}
