package io.podflow.job.source;

import io.podflow.domain.market.MarketRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;

/**
 * Bars and data events in the order of event time, the same ones in the same order whenever it is
 * opened. That order is what a restart counts on: a reader resumes by skipping what it has emitted.
 */
public interface MarketFeed extends Serializable {

  /**
   * Opens the part of the feed that belongs to one of {@code shards} readers. All records of one
   * symbol are in one shard.
   */
  Records open(int shard, int shards) throws IOException;

  /** An open feed. */
  interface Records extends Iterator<MarketRecord>, AutoCloseable {

    @Override
    void close() throws IOException;
  }
}
