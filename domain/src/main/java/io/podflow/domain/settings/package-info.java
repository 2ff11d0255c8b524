/** TBD. */
@NullMarked
package io.podflow.domain.settings;

import org.jspecify.annotations.NullMarked;
