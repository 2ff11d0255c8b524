/**
 * How a type that lies in state is described without the name of a class: logical names with
 * versions, the fields of structures, the constants of enums. A savepoint holds these descriptions
 * (ADR 21).
 *
 * <p>Not here: the classes that the names stand for ({@link io.podflow.job.state.StateNames}), and
 * how their values become bytes ({@link io.podflow.job.state.codec}).
 */
@NullMarked
package io.podflow.job.state.schema;

import org.jspecify.annotations.NullMarked;
