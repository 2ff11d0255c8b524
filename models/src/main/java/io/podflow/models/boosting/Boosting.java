package io.podflow.models.boosting;

import io.podflow.models.Model;
import io.podflow.models.ModelFitter;
import io.podflow.models.TrainingSet;

/**
 * Stochastic gradient boosting of squared errors (docs/strategies.md): the model starts with the
 * mean label; every stage fits a tree to the residuals of a random part of the rows and adds the
 * tree's values times the learning rate. No penalty, no pruning, no early stopping.
 */
public final class Boosting implements ModelFitter {

  private final BoostingSettings settings;

  public Boosting(BoostingSettings settings) {
    this.settings = settings;
  }

  @Override
  public Model fit(TrainingSet set) {
    SortedColumns columns = SortedColumns.of(set, settings.precision());
    int rows = set.rows();
    int drawn = Math.max(1, (int) Math.floor(settings.subsample() * rows));
    RowSample sample = new RowSample(rows, drawn);
    TreeGrower grower = new TreeGrower(columns, settings.maxDepth(), drawn);
    double mean = set.meanLabel();
    double[] residuals = new double[rows];
    for (int i = 0; i < rows; i++) {
      residuals[i] = set.labels()[i] - mean;
    }
    Tree[] trees = new Tree[settings.trees()];
    for (int stage = 0; stage < trees.length; stage++) {
      trees[stage] = grower.grow(sample.next(), residuals);
      for (int i = 0; i < rows; i++) {
        residuals[i] -= settings.learningRate() * trees[stage].valueOfRow(columns, i);
      }
    }
    return new BoostedTrees(
        mean, settings.learningRate(), trees, settings.precision(), grower.importances());
  }
}
