/** TBD. */
@NullMarked
package io.podflow.domain.pod;

import org.jspecify.annotations.NullMarked;
