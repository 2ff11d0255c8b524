package io.podflow.simulation.stage;

import java.util.List;
import java.util.Map;

/**
 * Where a job can go on from.
 *
 * @param bars how many records of the topic of bars it has read
 * @param reports how many records of the topic of reports it has read
 * @param version the last version of the configuration that it has read
 * @param kept by operator, then task
 */
public record Checkpoint(int bars, int reports, int version, Map<String, List<Memory>> kept) {

  /** Of a job that begins. */
  public static final Checkpoint NOTHING = new Checkpoint(0, 0, Intake.NONE, Map.of());

  List<Memory> of(String operator) {
    return kept.getOrDefault(operator, List.of());
  }

  /** How many tasks an operator was kept with; 0 when it was not. */
  public int tasks(String operator) {
    return of(operator).size();
  }
}
