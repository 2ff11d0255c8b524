/**
 * How values that lie in state become bytes and come back, by a schema: reflection over records,
 * public fields and enums, done once for each class.
 *
 * <p>Not here: which classes lie in state ({@link io.podflow.job.state.StateNames}), and Flink's
 * serializers, which call what is here.
 */
@NullMarked
package io.podflow.job.state.codec;

import org.jspecify.annotations.NullMarked;
