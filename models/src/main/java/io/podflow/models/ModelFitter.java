package io.podflow.models;

/** Fits a model. The same training set gives the same model, bit for bit. */
public interface ModelFitter {

  Model fit(TrainingSet set);
}
