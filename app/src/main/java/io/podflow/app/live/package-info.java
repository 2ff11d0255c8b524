/**
 * The commands of trading: {@code live}, {@code live apply}, {@code paper-exchange} and {@code
 * replay}.
 *
 * <p>Open {@link io.podflow.app.live.LiveCommand} first. {@link io.podflow.app.live.KafkaOptions}
 * are the options of every command that needs a broker; {@link io.podflow.app.live.HistorySource}
 * is where bars to warm up from come from. Not here: the processes themselves (module {@code
 * live}).
 */
@NullMarked
package io.podflow.app.live;

import org.jspecify.annotations.NullMarked;
