package io.podflow.domain.lifecycle;

/**
 * Something watched has changed its level.
 *
 * @param level where it stands now; NORMAL when it has calmed down
 * @param message what it is and its figures
 */
public record PodAlert(AlertLevel level, String message) {}
