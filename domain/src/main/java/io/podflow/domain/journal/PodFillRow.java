package io.podflow.domain.journal;

/**
 * One pod's share of a fill, or of an internal cross: a row of {@code pod_fills}.
 *
 * @param time as in {@link FillRow}
 * @param quantity signed, base asset
 * @param price quote currency
 * @param fee fee, slippage and impact together, quote currency; 0 for a cross
 * @param crossed whether the other side is another pod (decision AC4)
 * @param cause why this pod wanted it; empty in state of before causes were kept
 */
public record PodFillRow(
    long time,
    String fillId,
    String pod,
    String symbol,
    double quantity,
    double price,
    double fee,
    boolean crossed,
    String cause) {}
