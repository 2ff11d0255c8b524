package io.podflow.config.violation;

/**
 * One broken rule of a configuration.
 *
 * @param source file name, or the command line option that gave the value
 * @param line line in the file, from 1; 0 when there is none
 * @param path dotted path of the key, list indices as numbers from 0; empty for the whole document
 * @param value the value as JSON, shortened when long; {@code (missing)} when there is none
 * @param rule the broken rule, as the end of a sentence about the key
 * @param suggestion the known name nearest to an unknown name; otherwise empty
 */
public record Violation(
    String source, int line, String path, String value, String rule, String suggestion) {

  /** {@code file:line: key.path: value (rule; nearest known: name)}. */
  @Override
  public String toString() {
    String place = line > 0 ? source + ":" + line : source;
    String key = path.isEmpty() ? "" : path + ": ";
    String shown = value.isEmpty() ? "" : value + " ";
    String hint = suggestion.isEmpty() ? "" : "; nearest known: " + suggestion;
    return place + ": " + key + shown + "(" + rule + hint + ")";
  }
}
