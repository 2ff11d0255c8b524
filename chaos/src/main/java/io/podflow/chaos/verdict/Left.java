package io.podflow.chaos.verdict;

import io.podflow.domain.execution.PositionSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run has left behind.
 *
 * @param runDb its recorded decisions
 * @param orderIds of all orders on their topic
 * @param contradictions orders of one id with two contents
 * @param repeatedOrders how many were sent again, as they may be
 * @param repeatedRows how many rows were committed again, as they must not be
 * @param deadLetters records that could not be read
 * @param snapshot what the exchange side holds at the end, by its own word; null if it never said
 */
public record Left(
    Path runDb,
    Set<String> orderIds,
    List<String> contradictions,
    long repeatedOrders,
    long repeatedRows,
    long deadLetters,
    @Nullable PositionSnapshot snapshot) {

  public Left {
    orderIds = Set.copyOf(orderIds);
    contradictions = List.copyOf(contradictions);
  }
}
