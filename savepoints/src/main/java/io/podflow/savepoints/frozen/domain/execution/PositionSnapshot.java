package io.podflow.savepoints.frozen.domain.execution;

import java.util.List;

/** Frozen: no behaviour, only what old savepoints hold. */
public record PositionSnapshot(List<PositionReport> positions, List<String> openOrders) {}
