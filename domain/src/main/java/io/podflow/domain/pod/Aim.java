package io.podflow.domain.pod;

/**
 * The signals behind a pod's targets of one close, in the pod's symbol order; 0 for a symbol
 * without a bar.
 *
 * @param wanted the signal after stops, as it would act if nothing were halted
 * @param signal the signal that the target follows from: {@code wanted}, smaller where the symbol
 *     is halted and its target would otherwise grow (decision EV2)
 * @param halted whether being halted holds the symbol's target down at this close
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record Aim(double[] wanted, double[] signal, boolean[] halted) {}
