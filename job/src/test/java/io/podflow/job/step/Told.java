package io.podflow.job.step;

import io.podflow.domain.journal.Event;
import java.util.ArrayList;
import java.util.List;

/** Writes down what comes of an alignment. */
final class Told implements AlignedOutput<String> {

  final List<String> decided = new ArrayList<>();
  final List<Long> times = new ArrayList<>();
  final List<String> late = new ArrayList<>();
  int runs;

  @Override
  public void decided(String decision, long closeTime) {
    decided.add(decision);
    times.add(closeTime);
  }

  @Override
  public void late(Event event, long inputTime) {
    late.add(event.message() + " of " + inputTime);
  }

  @Override
  public void ran() {
    runs++;
  }
}
