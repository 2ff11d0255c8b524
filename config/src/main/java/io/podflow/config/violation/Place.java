package io.podflow.config.violation;

/**
 * Where a key was given.
 *
 * @param source file name or command line option
 * @param line line number from 1; 0 for an option or an unknown line
 */
public record Place(String source, int line) {}
