/**
 * What goes over the topics of a run: the feed of bars, which is held and let go, and a log of what
 * the job and the exchange side have said, with the moments at which it was seen.
 */
@NullMarked
package io.podflow.chaos.traffic;

import org.jspecify.annotations.NullMarked;
