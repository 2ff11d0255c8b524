package io.podflow.savepoints.frozen.domain.pod;

import io.podflow.savepoints.frozen.domain.journal.AssetRow;
import io.podflow.savepoints.frozen.domain.journal.Event;
import java.util.List;

/** Frozen: no behaviour, only what old savepoints hold. */
public record PodDecision(
    int pod,
    long closeTime,
    double[] targets,
    boolean[] present,
    double[] adx,
    boolean allExcluded,
    double grossTarget,
    DayReport day,
    List<AssetRow> assets,
    List<Event> events,
    TargetFactors[] factors) {}
