package io.podflow.job.engine;

import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.FundingGaps;
import io.podflow.connectors.csv.MarketRecords;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.source.MarketFeed;

/** A folder of bars as a feed. */
public final class FolderFeed implements MarketFeed {

  private static final long serialVersionUID = 1L;

  private final BarInventory inventory;
  private final RunScope scope;
  private final boolean strict;

  /**
   * @param strict whether a bad row ends the run
   */
  public FolderFeed(BarInventory inventory, RunScope scope, boolean strict) {
    this.inventory = inventory;
    this.scope = scope;
    this.strict = strict;
  }

  @Override
  public Records open(int shard, int shards) {
    MarketRecords records =
        BarFolder.open(
            inventory,
            scope.layout(),
            scope.window(),
            shard,
            shards,
            strict,
            FundingGaps.of(inventory, scope.layout(), scope.window(), scope.funding()));
    return new Records() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public MarketRecord next() {
        MarketRecord record = records.next();
        return records.hasNext() ? record : record.closing(records.counts());
      }

      @Override
      public void close() {
        records.close();
      }
    };
  }
}
