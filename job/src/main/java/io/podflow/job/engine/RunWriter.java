package io.podflow.job.engine;

import io.podflow.job.state.RunRecord;
import java.io.IOException;

/** Where an engine puts what it decides. Writing a record twice is the same as writing it once. */
@FunctionalInterface
public interface RunWriter {

  void write(RunRecord record) throws IOException;
}
