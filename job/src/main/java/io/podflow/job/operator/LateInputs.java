package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.job.state.StateTypes;
import org.apache.flink.util.OutputTag;

/** Where operators put what came too late: written down, never dropped in silence. */
public final class LateInputs {

  public static final OutputTag<Event> TAG = new OutputTag<>("late", StateTypes.EVENT);

  private LateInputs() {}
}
