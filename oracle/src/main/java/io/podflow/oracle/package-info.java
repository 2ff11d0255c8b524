/**
 * What an outsider can do with a finished run: recompute every figure of {@code run.db} from the
 * bars, the effective configuration and the other tables as recorded.
 *
 * <p>Nothing here uses the production code that computed the run: every formula is written again
 * from docs/decisions.md and docs/strategies.md, naive and plain, a small class per table. Errors
 * do not compound, because each figure is computed from recorded inputs. Rows are compared as sets,
 * texts exactly, numbers to {@link io.podflow.oracle.Comparison#TOLERANCE}.
 *
 * <p>Open {@link io.podflow.oracle.Outsider} first; any test that leaves a run behind can call it.
 * Nouns: {@link io.podflow.oracle.Bars} are what was read, {@link io.podflow.oracle.Recorded} is
 * what was written, {@link io.podflow.oracle.Run} is both with the configuration, {@link
 * io.podflow.oracle.Comparison} is one table being checked.
 */
@NullMarked
package io.podflow.oracle;

import org.jspecify.annotations.NullMarked;
