/**
 * The violations of a configuration and their places.
 *
 * <p>A {@link io.podflow.config.violation.Violation} is one finding: its place, the key's path, the
 * value and the broken rule (requirement V1). Every stage of reading writes to the same {@link
 * io.podflow.config.violation.ViolationLog}, so that all findings are reported at once; the log
 * also knows which keys are faulty, so that a rule between two keys stays silent when one of them
 * has been refused already. {@link io.podflow.config.violation.Places} remembers the line, or the
 * command line option, that each key came from, and {@link io.podflow.config.violation.NearestName}
 * finds the known name nearest to a mistyped name.
 *
 * <p>Nothing here knows YAML or the settings. Open {@code Violation} first.
 */
@NullMarked
package io.podflow.config.violation;

import org.jspecify.annotations.NullMarked;
