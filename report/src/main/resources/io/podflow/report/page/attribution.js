function showAttribution() {
  const cells = new Map(data.attribution.cells.map((c) => [c.symbol + '\n' + c.pod, c]));
  const traded = data.attribution.pods.filter((p) => p.fills > 0);
  const value = (symbol, pod) => (cells.get(symbol + '\n' + pod) || {}).pnl;
  const sum = (of) => data.attribution.cells.filter(of).reduce((total, c) => total + c.pnl, 0);
  const rounded = (x) => number(x, 0).replace(/^-0$/, '0');
  const signed = (x) => (x > 0 ? '+' : '') + rounded(x);
  heatMap('profit', 'Symbol', data.attribution.symbols, traded.map((p) => p.pod), value, signed, {
    row: (symbol) => sum((c) => c.symbol === symbol), column: (pod) => sum((c) => c.pod === pod), all: sum(() => true),
  });
  const funding = data.summary.trading.funding;
  if (Math.abs(funding) >= 0.005) {
    document.getElementById('funding-note').textContent = 'Funding is not in these figures: ' + number(Math.abs(funding), 0)
      + (funding > 0 ? ' was paid' : ' was received') + ' by all pods together.';
  }
  table('pod-results', [
    { head: 'Pod', text: (p) => p.pod },
    { head: 'Profit', text: (p) => signed(p.pnl), number: true, className: (p) => loss(p.pnl) },
    { head: 'Fees in it', text: (p) => rounded(p.fees), number: true },
    { head: 'Fills', text: (p) => count(p.fills), number: true },
    { head: 'Crossed', text: (p) => count(p.crossed), number: true },
    { head: 'Days', text: (p) => count(p.days), number: true },
    { head: 'Return', text: (p) => change(p.days ? p.total_return : NaN), number: true, className: (p) => loss(p.total_return) },
    { head: 'Best day', text: (p) => change(p.best_day), number: true },
    { head: 'Worst day', text: (p) => change(p.worst_day), number: true, className: (p) => loss(p.worst_day) },
  ], data.attribution.pods);
}

function drawLedgers() {
  const curves = data.attribution.curves;
  chart('ledgers').setOption(Object.assign(base(), {
    tooltip: tooltip({ valueFormatter: (x) => change(x - 1) }),
    legend: legend(),
    grid: Object.assign({ top: 36, bottom: 56 }, side()),
    xAxis: timeAxis(), yAxis: valueAxis((x) => share(x - 1, 0)),
    dataZoom: zoom([0]),
    series: data.attribution.pods.map((p, i) => ({
      name: p.pod, type: 'line', zlevel: 0, showSymbol: false, color: POD_COLOURS[i % POD_COLOURS.length], lineStyle: { width: 1.5 },
      data: curves.time.map((t, k) => [t, curves.values[i][k]]),
    })),
  }), true);
}

showAttribution();
drawings.push(drawLedgers);
