package io.podflow.domain.health;

import io.podflow.domain.journal.Severity;

/**
 * Something that is wrong, or is over. All times are of the observer's clock, epoch milliseconds
 * UTC.
 *
 * @param time when the record was written
 * @param part the part of podflow that has seen it, such as {@code bars} or {@code closes}
 * @param kind what is wrong
 * @param severity as {@link HealthKind#severity}
 * @param subject a symbol, topic or machine, empty where the kind says it all
 * @param since when it was first seen
 * @param last when it was last seen
 * @param count how often it was seen since then
 * @param reason what was seen last, for people
 * @param nextStep what a person can do
 * @param over whether it has ended
 */
public record HealthRecord(
    long time,
    String part,
    HealthKind kind,
    Severity severity,
    String subject,
    long since,
    long last,
    long count,
    String reason,
    String nextStep,
    boolean over)
    implements HealthMessage {}
