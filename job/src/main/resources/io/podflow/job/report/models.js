function showModels(pod) {
  const models = data.models.find((m) => m.pod === pod);
  const fits = models.from === models.to ? day(models.to) : day(models.from) + ' to ' + day(models.to);
  const what = models.has_coefficients
    ? 'Coefficients: what the model multiplies a feature by; the sign says which way it pulls. '
    : 'Importance: the share of the fit that a feature is worth; a symbol\'s add up to 1. ';
  document.getElementById('model-hint').textContent = what + 'Largest first, at the last fit (' + fits + ').';
  const weights = new Map(models.weights.map((w) => [w.feature + '\n' + w.symbol, w.weight]));
  const format = models.has_coefficients ? (x) => number(x, 4) : (x) => number(x, 3);
  heatMap('weights', 'Feature', models.features, models.symbols, (feature, symbol) => weights.get(feature + '\n' + symbol), format);
}

options('model-pod', data.models.map((m) => m.pod), showModels);
showModels(data.models[0].pod);
