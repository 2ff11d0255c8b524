package io.podflow.connectors.csv;

import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The usable rows of all symbols of a folder, not aggregated, ordered by bar open and then by
 * symbol, as a feed would send them. Rejected rows are left out. One thread; must be closed.
 */
public final class FolderRows implements Iterator<MarketRow>, AutoCloseable {

  private record Head(MarketRow row, RowGate gate) {}

  private final BarInventory inventory;
  private final List<RowGate> gates = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.<Head>comparingLong(head -> head.row().openTime())
              .thenComparingInt(head -> head.row().symbol()));

  /** Opens the files for the rows of {@code window}, warm-up included. */
  public FolderRows(BarInventory inventory, RunWindow window) {
    this.inventory = inventory;
    for (SymbolFile file : inventory.files()) {
      Path path = Path.of(inventory.folder()).resolve(file.file());
      RowGate gate =
          new RowGate(
              FileScan.open(path, file.ordered(), window),
              inventory.source(),
              window,
              new InputCounter());
      gates.add(gate);
      offer(gate, file.symbol());
    }
  }

  private void offer(RowGate gate, int symbol) {
    if (gate.next()) {
      heads.add(new Head(row(gate, symbol), gate));
    }
  }

  private MarketRow row(RowGate gate, int symbol) {
    return new MarketRow(
        symbol,
        inventory.source(),
        gate.openTime(),
        gate.value(Columns.OPEN),
        gate.value(Columns.HIGH),
        gate.value(Columns.LOW),
        gate.value(Columns.CLOSE),
        gate.value(Columns.VOLUME));
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public MarketRow next() {
    if (heads.isEmpty()) {
      throw new NoSuchElementException();
    }
    Head head = heads.remove();
    offer(head.gate(), head.row().symbol());
    return head.row();
  }

  @Override
  public void close() {
    gates.forEach(RowGate::close);
  }
}
