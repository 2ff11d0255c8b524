package io.podflow.models;

/** A way of learning. The same training set gives the same model, bit for bit. */
public interface ModelFitter {

  Model fit(TrainingSet set);
}
