package io.podflow.simulation;

import io.podflow.job.state.FeedItem;
import io.podflow.simulation.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Sends what the world has for the topic of bars, part by part. */
final class FeedProcess {

  private static final int MOST_REPEATED = 30;

  private final World world;
  private final IntPredicate waits;
  private final Topic<FeedItem> bars;
  private final List<FeedItem> sent = new ArrayList<>();
  private List<FeedItem> items;
  private int part;
  private int at;

  /**
   * @param waits whether it is told when to go on with a configuration, by its number from 1
   */
  FeedProcess(World world, IntPredicate waits, Topic<FeedItem> bars) {
    this.world = world;
    this.waits = waits;
    this.bars = bars;
    this.items = itemsOf(0);
  }

  /** Parts that have been begun, but for the first. */
  int part() {
    return part;
  }

  /** What it has sent, without what it sent once more. */
  List<FeedItem> sent() {
    return Collections.unmodifiableList(sent);
  }

  /** With the version of the configuration that a part begins with, if there is more than one. */
  private List<FeedItem> itemsOf(int number) {
    List<FeedItem> all = new ArrayList<>();
    if (world.changes() > 0 && number <= world.changes()) {
      all.add(FeedItem.of(world.version(number, waits.test(number))));
    }
    all.addAll(world.feed(number));
    return all;
  }

  void nextPart() {
    items = itemsOf(++part);
    at = 0;
  }

  /** Sends one thing; false when there is nothing, or nothing before it is told. */
  boolean sendOne() {
    if (at == items.size() && part < world.changes() && !waits.test(part + 1)) {
      nextPart();
    }
    if (at == items.size()) {
      return false;
    }
    FeedItem item = items.get(at++);
    sent.add(item);
    bars.append(item);
    return true;
  }

  /** Goes back and sends the last things once more. */
  void repeat(SplittableRandom random) {
    int end = bars.end();
    for (int i = Math.max(0, end - 1 - random.nextInt(MOST_REPEATED)); i < end; i++) {
      bars.append(bars.at(i));
    }
  }
}
