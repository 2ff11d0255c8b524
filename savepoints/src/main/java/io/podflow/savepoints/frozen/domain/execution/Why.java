package io.podflow.savepoints.frozen.domain.execution;

import io.podflow.savepoints.frozen.domain.journal.Cause;

/** Frozen: no behaviour, only what old savepoints hold. */
public record Why(Cause cause, Cause[] byPod, boolean forced, double band) {}
