package io.podflow.config.violation;

/**
 * Where a key was given.
 *
 * @param source file name or command line option
 * @param line from 1; 0 when there is none
 */
public record Place(String source, int line) {}
