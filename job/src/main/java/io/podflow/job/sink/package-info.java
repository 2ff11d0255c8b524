/** Where records of a run go: the run database, written by one task. */
@NullMarked
package io.podflow.job.sink;

import org.jspecify.annotations.NullMarked;
