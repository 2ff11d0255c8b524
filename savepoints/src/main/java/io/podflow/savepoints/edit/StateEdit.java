package io.podflow.savepoints.edit;

import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.flink.StateOperator;
import java.util.List;
import java.util.Set;

/**
 * A change to a state.
 *
 * @param words what goes and what stays, a line each
 * @param operators those whose entries change
 * @param edit what becomes of each entry
 */
public record StateEdit(
    List<String> words, Set<StateOperator> operators, SavepointWriting.Edit edit) {}
