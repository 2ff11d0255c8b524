package io.podflow.simulation.stage;

/** One parallel task of the job: takes records and watermarks, and remembers. */
interface Stage<I> extends AutoCloseable {

  void take(I value, long time);

  void advance(long watermark);

  /** What a checkpoint keeps of it. */
  Memory memory();

  @Override
  void close();
}
