function showModels(pod) {
  const models = data.models.find((m) => m.pod === pod);
  const fits = models.from === models.to ? day(models.to) : day(models.from) + ' to ' + day(models.to);
  const what = models.has_coefficients
    ? 'Coefficients: what the model multiplies a feature by; the sign says which way it pulls. '
    : 'Importance: the share of the fit that a feature is worth; a symbol\'s add up to 1. ';
  document.getElementById('model-hint').textContent = what + 'Largest first, at the last fit (' + fits + ').';
  const weights = new Map(models.weights.map((w) => [w.feature + '\n' + w.symbol, w.weight]));
  const largest = Math.max(...models.weights.map((w) => Math.abs(w.weight)), 1e-12);
  const digits = models.has_coefficients ? Math.min(Math.max(2 - Math.floor(Math.log10(largest)), 2), 12) : 3;
  const format = (x) => (Math.abs(x) < 0.5 * 10 ** -digits ? '0' : number(x, digits));
  heatMap('weights', 'Feature', models.features, models.symbols, (feature, symbol) => weights.get(feature + '\n' + symbol), format);
}

options('model-pod', data.models.map((m) => m.pod), showModels);
showModels(data.models[0].pod);
