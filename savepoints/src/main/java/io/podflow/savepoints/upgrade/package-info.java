/**
 * Savepoints of before state had logical names, rewritten once ({@code podflow state upgrade}). The
 * old classes are in {@link io.podflow.savepoints.frozen} and exist under their old names only
 * inside a class loader of this package; from there everything comes as bytes and schemas.
 *
 * <p>Not here: how a savepoint of today is read and written ({@link io.podflow.savepoints.flink}).
 */
@NullMarked
package io.podflow.savepoints.upgrade;

import org.jspecify.annotations.NullMarked;
