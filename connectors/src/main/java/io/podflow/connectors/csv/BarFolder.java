package io.podflow.connectors.csv;

import io.podflow.domain.execution.FundingHoles;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.Timeframe;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.BacktestSettings;
import io.podflow.domain.settings.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with one file of bars per symbol: {@code BTC-USDT.csv} or {@code BTC-USDT.csv.gz} holds
 * BTC/USDT. First its {@link #inventory}, from that the {@link #window} of the run, then {@link
 * #open} as often as there are readers.
 */
public final class BarFolder {

  private BarFolder() {}

  /**
   * Looks through the files of the roster's symbols once.
   *
   * @throws BarInputException if there is no bar for any symbol, or none that the pods' timeframes
   *     can be made of
   */
  public static BarInventory inventory(Path folder, Roster roster) {
    return new FolderScan(folder, roster).inventory();
  }

  /**
   * The range of the settings, ended by the end of the input if that comes first (decisions FP1,
   * FP22, FP24).
   *
   * @throws BarInputException if the input has nothing in that range
   */
  public static RunWindow window(BacktestSettings settings, BarInventory inventory) {
    long from = startOf(settings.start());
    long warmUpFrom = from - settings.warmupDays() * UtcDays.DAY_MILLIS;
    long end = startOf(settings.end().plusDays(1));
    if (inventory.latestClose() <= from || inventory.earliestOpen() >= end) {
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
    return new RunWindow(warmUpFrom, from, Math.min(end, inventory.latestClose()));
  }

  private static long startOf(LocalDate day) {
    return day.toEpochDay() * UtcDays.DAY_MILLIS;
  }

  /** As {@link #open(BarInventory, Roster, RunWindow, int, int, boolean)}, not strict. */
  public static MarketRecords open(
      BarInventory inventory, Roster roster, RunWindow window, int shard, int shards) {
    return open(inventory, roster, window, shard, shards, false);
  }

  /** As the longest of these, with rates of funding that have nothing to tell. */
  public static MarketRecords open(
      BarInventory inventory,
      Roster roster,
      RunWindow window,
      int shard,
      int shards,
      boolean strict) {
    return open(inventory, roster, window, shard, shards, strict, Map.of());
  }

  /**
   * Opens the files of every symbol whose index leaves the remainder {@code shard} when divided by
   * {@code shards}.
   *
   * @param strict whether a row that is rejected, late or in conflict ends the reading with a
   *     {@link StrictInputException}
   * @param holes in the funding rates, by symbol, told before anything is read
   */
  public static MarketRecords open(
      BarInventory inventory,
      Roster roster,
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
          streams.add(stream(inventory, file, roster, window));
        }
      }
      Map<String, String> known = new TreeMap<>();
      holes.forEach((symbol, found) -> known.put(symbol, found.sentence()));
      inventory.missing().forEach(symbol -> known.put(symbol, "no file of bars for this symbol"));
      List<StreamItem> notices = new ArrayList<>();
      known.forEach(
          (name, what) -> {
            int symbol = roster.universe().indexOf(name);
            if (symbol % shards == shard) {
              notices.add(notice(symbol, what, roster, window));
            }
          });
      return new MarketRecords(streams, notices, strict);
    } catch (RuntimeException e) {
      streams.forEach(SymbolStream::close);
      throw e;
    }
  }

  private static SymbolStream stream(
      BarInventory inventory, SymbolFile file, Roster roster, RunWindow window) {
    Path path = Path.of(inventory.folder()).resolve(file.file());
    checkUnchanged(path, file);
    List<Timeframe> timeframes = roster.timeframesOf(file.symbol());
    return new SymbolStream(file, RowReader.open(path), inventory.source(), timeframes, window);
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

  private static StreamItem notice(int symbol, String what, Roster roster, RunWindow window) {
    long time =
        Math.min(roster.finestTimeframe(symbol).nextClose(window.warmUpFrom()), window.horizon());
    String name = roster.universe().symbol(symbol);
    return StreamItem.of(
        Event.data(time, "", name, Severity.WARNING, what), symbol);
  }
}
