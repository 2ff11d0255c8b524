package io.podflow.connectors.csv;

import io.podflow.api.Bar;
import io.podflow.domain.journal.Event;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.BacktestSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Everything that comes out of a folder. */
record Reading(List<MarketRecord> records, InputCounts counts) {

  static final String HEADER = "timestamp,open,high,low,close,volume\n";

  static Reading of(Path folder, PortfolioLayout layout, BacktestSettings range) {
    BarInventory inventory = BarFolder.inventory(folder, layout);
    return of(inventory, layout, BarFolder.window(range, inventory), 0, 1);
  }

  static Reading of(
      BarInventory inventory, PortfolioLayout layout, RunWindow window, int shard, int shards) {
    try (MarketRecords records = BarFolder.open(inventory, layout, window, shard, shards)) {
      List<MarketRecord> all = new ArrayList<>();
      records.forEachRemaining(all::add);
      return new Reading(all, records.counts());
    }
  }

  /** A folder in which BTC/USDT has the given rows. */
  static void write(Path folder, String file, String... rows) {
    try {
      String text = HEADER + String.join("\n", rows) + "\n";
      Files.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Bar> bars() {
    return records.stream().map(MarketRecord::bar).filter(Objects::nonNull).toList();
  }

  List<Event> events() {
    return records.stream().map(MarketRecord::event).filter(Objects::nonNull).toList();
  }

  List<String> messages() {
    return events().stream().map(Event::message).toList();
  }
}
