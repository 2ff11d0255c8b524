/** TBD. */
@NullMarked
package io.podflow.domain.portfolio;

import org.jspecify.annotations.NullMarked;
