/**
 * Converts YAML text to a tree of values and back.
 *
 * <p>{@link io.podflow.config.yaml.YamlReader} turns text into Jackson's {@code JsonNode} tree and
 * remembers the line of every key; {@link io.podflow.config.yaml.YamlWriter} does the reverse.
 * {@link io.podflow.config.yaml.PlainScalar} decides whether an unquoted word is a number, a truth
 * value or a text. It follows the core schema of YAML 1.2, so that {@code no}, {@code 1:30} and
 * {@code 0777} are texts and no text silently becomes a number or truth value.
 *
 * <p>Nothing here knows which keys exist: {@code binding} knows the keys. Open {@code YamlReader}
 * first.
 */
@NullMarked
package io.podflow.config.yaml;

import org.jspecify.annotations.NullMarked;
