package io.podflow.savepoints.frozen.job.state;

import io.podflow.savepoints.frozen.domain.execution.ExchangeReport;
import io.podflow.savepoints.frozen.domain.market.Bar;
import io.podflow.savepoints.frozen.domain.pod.PodDecision;

/** Frozen: no behaviour, only what old savepoints hold. */
public record PortfolioInput(long closeTime, Bar bar, PodDecision pod, ExchangeReport report) {}
