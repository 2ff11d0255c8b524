/**
 * The only place that knows Flink's State Processor API: reading a savepoint into entries and
 * writing entries into one.
 *
 * <p>{@link io.podflow.savepoints.flink.SavepointFolder} is a savepoint before it is read, and
 * refuses what cannot be worked with. What is made of the entries belongs to other packages.
 */
@NullMarked
package io.podflow.savepoints.flink;

import org.jspecify.annotations.NullMarked;
