package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.FundingHoles;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.BacktestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A folder with one file of bars per symbol: {@code BTC-USDT.csv} or {@code BTC-USDT.csv.gz} holds
 * BTC/USDT. Take the {@link #inventory} of the folder first, then the {@link #window} of the run
 * from the inventory, then call {@link #open} once per reader.
 */
public final class BarFolder {

  /** A window that contains every bar. */
  static final RunWindow EVERYTHING = new RunWindow(-(1L << 61), -(1L << 61), 1L << 61);

  private BarFolder() {}

  /**
   * Scans the files of the layout's symbols; every row is judged.
   *
   * @throws BarInputException if a file cannot be read, or the pods' timeframes cannot be made from
   *     its bars
   */
  public static BarInventory inventory(Path folder, PortfolioLayout layout) {
    return inventory(folder, layout, EVERYTHING);
  }

  /**
   * As {@link #inventory(Path, PortfolioLayout)}, but judges only rows of {@code range}.
   *
   * @param range window whose {@code warmUpFrom} and {@code horizon} bound the bar opens
   */
  public static BarInventory inventory(Path folder, PortfolioLayout layout, RunWindow range) {
    long horizon = Math.min(range.horizon(), EVERYTHING.horizon());
    RunWindow bounded =
        new RunWindow(
            Math.max(range.warmUpFrom(), EVERYTHING.warmUpFrom()),
            Math.min(horizon, Math.max(range.from(), EVERYTHING.from())),
            horizon);
    return new FolderScan(folder, layout, bounded, null).inventory();
  }

  /**
   * The inventory for the range and the warm-up of a backtest, with the closes of the range
   * counted.
   */
  public static BarInventory inventory(
      Path folder, PortfolioLayout layout, BacktestSettings settings) {
    RunWindow asked = asked(settings);
    CloseCover cover = new CloseCover(asked.from(), asked.horizon(), finest(layout));
    return new FolderScan(folder, layout, asked, cover).inventory();
  }

  private static Timeframe finest(PortfolioLayout layout) {
    return IntStream.range(0, layout.universe().size())
        .mapToObj(layout::finestTimeframe)
        .min(Comparator.naturalOrder())
        .orElse(Timeframe.D1);
  }

  private static RunWindow asked(BacktestSettings settings) {
    long from = startOf(settings.start());
    long warmUpFrom = from - settings.warmupDays() * UtcDays.DAY_MILLIS;
    return new RunWindow(warmUpFrom, from, startOf(settings.end().plusDays(1)));
  }

  /**
   * The range of the settings, cut at the latest close of the input (decisions FP1, FP22, FP24).
   *
   * @throws BarInputException if the input has no usable bar in that range
   */
  public static RunWindow window(BacktestSettings settings, BarInventory inventory) {
    if (!inventory.hasBars()) {
      throw new BarInputException("no row in " + inventory.folder() + " that can be used");
    }
    RunWindow asked = asked(settings);
    boolean counted = inventory.closes() > 0;
    if (inventory.latestClose() <= asked.from()
        || inventory.earliestOpen() >= asked.horizon()
        || (counted && inventory.coveredCloses() == 0)) {
      throw new BarInputException(
          "the bars in "
              + inventory.folder()
              + " cover "
              + Instant.ofEpochMilli(inventory.earliestOpen())
              + " to "
              + Instant.ofEpochMilli(inventory.latestClose())
              + ", nothing of "
              + settings.start()
              + " to "
              + settings.end());
    }
    return new RunWindow(
        asked.warmUpFrom(), asked.from(), Math.min(asked.horizon(), inventory.latestClose()));
  }

  private static long startOf(LocalDate day) {
    return day.toEpochDay() * UtcDays.DAY_MILLIS;
  }

  /** As {@link #open(BarInventory, PortfolioLayout, RunWindow, int, int, boolean)}, not strict. */
  public static MarketRecords open(
      BarInventory inventory, PortfolioLayout layout, RunWindow window, int shard, int shards) {
    return open(inventory, layout, window, shard, shards, false);
  }

  /** As the overload with {@code holes}, for funding rates without holes. */
  public static MarketRecords open(
      BarInventory inventory,
      PortfolioLayout layout,
      RunWindow window,
      int shard,
      int shards,
      boolean strict) {
    return open(inventory, layout, window, shard, shards, strict, Map.of());
  }

  /**
   * Opens the files of every symbol whose index leaves the remainder {@code shard} when divided by
   * {@code shards}.
   *
   * @param strict whether a rejected or superseded row ends the reading with a {@link
   *     StrictInputException}
   * @param holes in the funding rates, by symbol, reported as events before the first bar
   */
  public static MarketRecords open(
      BarInventory inventory,
      PortfolioLayout layout,
      RunWindow window,
      int shard,
      int shards,
      boolean strict,
      Map<String, FundingHoles> holes) {
    if (shard < 0 || shard >= shards) {
      throw new IllegalArgumentException(
          "shard " + shard + " (expected: 0 to below " + shards + ")");
    }
    List<SymbolStream> streams = new ArrayList<>();
    try {
      for (SymbolFile file : inventory.files()) {
        if (file.symbol() % shards == shard) {
          streams.add(stream(inventory, file, layout, window));
        }
      }
      Map<String, String> known = new TreeMap<>();
      holes.forEach((symbol, found) -> known.put(symbol, found.sentence()));
      inventory.missing().forEach(symbol -> known.put(symbol, "no file of bars for this symbol"));
      List<StreamItem> notices = new ArrayList<>();
      known.forEach(
          (name, what) -> {
            int symbol = layout.universe().indexOf(name);
            if (symbol % shards == shard) {
              notices.add(notice(symbol, what, layout, window));
            }
          });
      return new MarketRecords(streams, notices, strict);
    } catch (RuntimeException e) {
      streams.forEach(SymbolStream::close);
      throw e;
    }
  }

  private static SymbolStream stream(
      BarInventory inventory, SymbolFile file, PortfolioLayout layout, RunWindow window) {
    Path path = Path.of(inventory.folder()).resolve(file.file());
    checkUnchanged(path, file);
    List<Timeframe> timeframes = layout.timeframesOf(file.symbol());
    return new SymbolStream(
        file, FileScan.open(path, file.ordered(), window), inventory.source(), timeframes, window);
  }

  private static void checkUnchanged(Path path, SymbolFile file) {
    try {
      if (Files.size(path) != file.size()) {
        throw new BarInputException(file.file() + " has changed since the run began");
      }
    } catch (IOException e) {
      throw new BarInputException(file.file() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static StreamItem notice(
      int symbol, String what, PortfolioLayout layout, RunWindow window) {
    long time =
        Math.min(layout.finestTimeframe(symbol).nextClose(window.warmUpFrom()), window.horizon());
    String name = layout.universe().symbol(symbol);
    return StreamItem.of(Event.data(time, "", name, Severity.WARNING, what), symbol);
  }
}
