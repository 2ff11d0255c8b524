package io.podflow.domain.journal;

/**
 * A change that was wanted and not sent: a row of {@code unsent} (decision TR4). Quantities are
 * signed, in the base asset, the sum of all pods without what is kept.
 *
 * @param time bar close or reconciliation, epoch milliseconds UTC
 * @param wanted quantity that is wanted
 * @param held quantity that is held
 * @param onItsWay quantity of what is on its way
 * @param cause why the quantity that is wanted changes
 * @param rule the first rule that refused
 * @param limit quantity that it refused by; NaN when it is none
 */
public record UnsentRow(
    long time,
    String symbol,
    double wanted,
    double held,
    double onItsWay,
    String cause,
    String rule,
    double limit) {}
