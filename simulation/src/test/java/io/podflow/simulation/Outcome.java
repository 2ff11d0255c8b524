package io.podflow.simulation;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.RunRecord;
import io.podflow.simulation.world.Exchange;
import java.util.List;

/**
 * What a run has left.
 *
 * @param decisions what was committed, in order
 * @param orders the topic of orders
 * @param bars what the feed has sent, without what it sent once more
 * @param exchange the exchange side at the end
 * @param faults what went wrong on the way
 * @param moments of disturbances, for people
 */
record Outcome(
    List<RunRecord> decisions,
    List<OrderCommand> orders,
    List<FeedItem> bars,
    Exchange exchange,
    List<String> faults,
    List<String> moments) {

  /** The last heartbeat of the feed, epoch milliseconds UTC. */
  long end() {
    return bars.stream().mapToLong(FeedItem::beat).max().orElseThrow();
  }
}
