package io.podflow.domain.health;

/**
 * The lease of the one process that may act in a role for a portfolio (decision LV7). It is renewed
 * every few seconds.
 *
 * @param time when the record was written, epoch milliseconds UTC of the owner's clock
 * @param role {@code job} or {@code exchange}
 * @param portfolio id of the portfolio
 * @param owner a random name, one per submission
 * @param generation grows with every owner; an exchange side drops orders of a lower one
 * @param host name of the owner's machine
 */
public record OwnerRecord(
    long time, String role, String portfolio, String owner, long generation, String host)
    implements HealthMessage {}
