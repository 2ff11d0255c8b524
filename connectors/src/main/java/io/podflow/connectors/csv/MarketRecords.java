package io.podflow.connectors.csv;

import io.podflow.domain.market.InputCounts;
import io.podflow.domain.market.MarketRecord;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The bars and data events of a folder, merged and ordered by time (a bar's close), at the same
 * time events before bars, then by symbol, then the shorter timeframe first. The same folder,
 * layout and window give the same records. One thread; must be closed.
 */
public final class MarketRecords implements Iterator<MarketRecord>, AutoCloseable {

  /** The next record of a stream; for a notice, {@code stream} is null. */
  private record Head(StreamItem item, @Nullable SymbolStream stream) {}

  private final List<SymbolStream> streams;
  private final boolean strict;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(Head::item, StreamItem.ORDER));
  private boolean started;

  /**
   * @param streams one per symbol, in universe order
   * @param notices events known before the first row is read
   */
  MarketRecords(List<SymbolStream> streams, List<StreamItem> notices, boolean strict) {
    this.streams = List.copyOf(streams);
    this.strict = strict;
    notices.forEach(notice -> heads.add(new Head(notice, null)));
  }

  /**
   * @throws StrictInputException if the run is strict and a row was rejected or superseded
   */
  @Override
  public boolean hasNext() {
    if (!started) {
      started = true;
      streams.forEach(this::offer);
    }
    return !heads.isEmpty();
  }

  @Override
  public MarketRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Head head = heads.remove();
    SymbolStream stream = head.stream();
    if (stream != null) {
      stream.pop();
      offer(stream);
    }
    return head.item().record();
  }

  private void offer(SymbolStream stream) {
    StreamItem item = stream.head();
    if (strict && stream.firstOffence() != null) {
      throw failure();
    }
    if (item != null) {
      heads.add(new Head(item, stream));
    }
  }

  /**
   * Reads all streams to the end, so that the message can count the rejected and superseded rows.
   */
  private StrictInputException failure() {
    String first = null;
    for (SymbolStream stream : streams) {
      while (stream.head() != null) {
        stream.pop();
      }
      first = first == null ? stream.firstOffence() : first;
    }
    return new StrictInputException(String.valueOf(first), counts().offences());
  }

  /** Counts of the rows and bars read so far. */
  public InputCounts counts() {
    return streams.stream().map(SymbolStream::counts).reduce(InputCounts.NONE, InputCounts::plus);
  }

  @Override
  public void close() {
    streams.forEach(SymbolStream::close);
  }
}
