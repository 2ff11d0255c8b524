function showRisk() {
  const risk = data.risk;
  const days = (x) => number(x, x % 1 ? 1 : 0) + (x === 1 ? ' day' : ' days');
  const times = risk.phases.filter((p) => p.state === 'DEFENCE').length;
  document.getElementById('risk-days').textContent = risk.phases.length === 0 ? 'Neither happened in this run.'
    : days(risk.defence_days) + ' in defence (' + count(times) + (times === 1 ? ' time), ' : ' times), ')
      + days(risk.recovery_days) + ' in recovery.';
  table('risk-alerts', [
    { head: 'Kind', text: (a) => a.kind }, { head: 'Pod', text: (a) => a.pod || 'all' },
    { head: 'Warnings', text: (a) => count(a.warnings), number: true },
    { head: 'Critical', text: (a) => count(a.criticals), number: true, className: (a) => (a.criticals ? 'severity-critical' : '') },
    { head: 'First', text: (a) => time(a.first) }, { head: 'Last', text: (a) => time(a.last) },
  ], risk.alerts);
}

// the curve is thinned, so a mark may fall between two of its points
function equityAt(t) {
  const times = data.equity.time;
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle] <= t) low = middle;
    else high = middle - 1;
  }
  return data.equity.equity[low];
}

function riskSeries() {
  const marks = (name, symbol, colour, wanted) => ({
    name, type: 'scatter', symbol, symbolSize: wanted ? 9 : 7, color: css(colour), z: wanted ? 6 : 5, zlevel: 0, xAxisIndex: 0, yAxisIndex: 0,
    itemStyle: { borderColor: css('--paper'), borderWidth: 1 },
    data: data.risk.marks.filter((m) => m.is_critical === wanted).map((m) => ({ value: [m.time, equityAt(m.time)], said: m.messages })),
  });
  const areas = (name, state, colour) => ({
    name, type: 'line', data: [], color: css(colour), xAxisIndex: 0, yAxisIndex: 0, symbol: 'roundRect',
    markArea: {
      silent: true, itemStyle: { color: css(colour), opacity: .28 },
      data: data.risk.phases.filter((p) => p.state === state).map((p) => [{ xAxis: p.from }, { xAxis: p.to }]),
    },
  });
  return [
    marks('Critical alert', 'triangle', '--loss', true), marks('Warning', 'circle', '--under', false),
    areas('Defence', 'DEFENCE', '--cooldown'), areas('Recovery', 'RECOVERY', '--under'),
  ].filter((s) => s.data.length > 0 || (s.markArea && s.markArea.data.length > 0));
}

showRisk();
overlays.push(riskSeries);
