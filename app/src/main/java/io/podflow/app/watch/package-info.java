/**
 * The commands that follow the decisions of a running job: {@code watch} prints its decisions,
 * {@code record} writes them into a {@code run.db}.
 *
 * <p>Open {@link io.podflow.app.watch.WatchCommand} first; {@link
 * io.podflow.app.watch.DecisionLines} has the text for each kind of row. Not here: reading the
 * topic of decisions ({@code live.client}).
 */
@NullMarked
package io.podflow.app.watch;

import org.jspecify.annotations.NullMarked;
