package io.podflow.simulation.stage;

import java.util.List;

/**
 * A stage and the channels it reads; its event time is that of the channel that is furthest behind.
 */
final class Task<I> {

  private final Stage<I> stage;
  private final List<Channel<I>> inputs;
  private long reached = Long.MIN_VALUE;

  Task(Stage<I> stage, List<Channel<I>> inputs) {
    this.stage = stage;
    this.inputs = inputs;
  }

  int channels() {
    return inputs.size();
  }

  Stage<I> stage() {
    return stage;
  }

  /** Takes one thing out of a channel; false when it is empty. */
  boolean move(int channel) {
    Channel<I> input = inputs.get(channel);
    if (input.isEmpty()) {
      return false;
    }
    if (input.moveInto(stage)) {
      long all = inputs.stream().mapToLong(Channel::passed).min().orElseThrow();
      if (all > reached) {
        reached = all;
        stage.advance(all);
      }
    }
    return true;
  }
}
