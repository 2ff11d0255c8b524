/**
 * The commands of trading: {@code live}, {@code live apply}, {@code paper-exchange} and {@code
 * replay}.
 *
 * <p>Open {@link io.podflow.app.live.LiveCommand} first. {@link io.podflow.app.live.KafkaOptions}
 * are the options of every command that needs a broker; {@link io.podflow.app.live.HistorySource}
 * reads the warm-up bars. Not here: the jobs and processes that the commands start (module {@code
 * live}).
 */
@NullMarked
package io.podflow.app.live;

import org.jspecify.annotations.NullMarked;
