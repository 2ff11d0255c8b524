package io.podflow.domain.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the configuration reader needs to know about one key: the single place for its meaning,
 * default and bounds. Defaults, the check, and the JSON Schema are all derived from it.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

  /** One sentence for editors and the reference: meaning and unit. */
  String value();

  /** The default as it would be written in YAML; {@link #REQUIRED} when the key must be given. */
  String def() default REQUIRED;

  /** Smallest value allowed, for a list its smallest length. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest value allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** Whether {@link #min} itself is refused. */
  boolean above() default false;

  /** Whether {@link #max} itself is refused. */
  boolean below() default false;

  /**
   * A regular expression that a text, or each text of a list, must match as a whole; empty for
   * none.
   */
  String pattern() default "";

  /** What {@link #pattern} allows, as the end of "must be a text": people read no expressions. */
  String words() default "";

  /** Whether the text, or each text of a list, names a symbol or a pod (decision DA5). */
  boolean name() default false;

  /** Marks a key without a default. */
  String REQUIRED = "<required>";

  /** The default of an optional section or value that is absent. */
  String NONE = "null";

  /** The default of a section: all of its keys at their own defaults. */
  String SECTION = "{}";
}
