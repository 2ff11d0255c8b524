/** TBD. */
@NullMarked
package io.podflow.domain.execution;

import org.jspecify.annotations.NullMarked;
