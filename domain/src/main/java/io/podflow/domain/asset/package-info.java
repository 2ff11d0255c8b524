/** TBD. */
@NullMarked
package io.podflow.domain.asset;

import org.jspecify.annotations.NullMarked;
