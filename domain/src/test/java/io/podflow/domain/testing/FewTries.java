package io.podflow.domain.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Lowers the tries of every jqwik property to the system property {@value #MOST}, where that is
 * set, and fixes the seed then, so that two runs of scripts/mutants find the same. The script runs
 * a property once per changed line, and a property with its own number of tries does not heed
 * jqwik.tries.default.
 */
public final class FewTries implements AroundPropertyHook {
  private static final String MOST = "podflow.tries";
  private static final String SEED = "20260101";

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Integer most = Integer.getInteger(MOST);
    if (most != null && !context.targetMethod().isAnnotationPresent(AllTries.class)) {
      Optional<Integer> tries = context.attributes().tries();
      context.attributes().setTries(Math.min(most, tries.orElse(most)));
      if (context.attributes().seed().isEmpty()) {
        context.attributes().setSeed(SEED);
      }
    }
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public boolean appliesTo(Optional<AnnotatedElement> element) {
    return true;
  }
}
