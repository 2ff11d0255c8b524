/**
 * The side of the feed: what lies on the topic of bars, and who puts it there.
 *
 * <p>{@link io.podflow.live.feed.BarReplay} sends the bars of a folder as a feed would, {@link
 * io.podflow.live.feed.WarmUp} puts the history there that a new job warms up from, and {@link
 * io.podflow.live.feed.NewPairs} that of pods and symbols which a version of the configuration
 * brings. {@link io.podflow.live.feed.FeedReader} and {@link io.podflow.live.feed.BarsOnTopic} read
 * the topic. Not here: when a close is over, which is a rule of {@code job.step}.
 */
@NullMarked
package io.podflow.live.feed;

import org.jspecify.annotations.NullMarked;
