package io.podflow.domain.pod;

import io.podflow.domain.selection.MovedBy;
import io.podflow.domain.selection.Ranking;

/**
 * What ranks and rules made of a pod's symbols at one close.
 *
 * @param moved the rule that moved each machine, in the pod's symbol order
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record Selection(Ranking ranking, MovedBy[] moved) {}
