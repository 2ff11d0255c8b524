// head and tables

function showFacts() {
  document.title = run.name + ' – podflow report';
  document.getElementById('name').textContent = run.name;
  document.getElementById('range').textContent = run.from + ' to ' + run.to + ', bars: ' + run.bars;
  document.getElementById('synthetic').hidden = !data.synthetic;
  const read = Object.entries(run.data).map(([name, n]) => [name.replace(/_/g, ' '), count(n)]);
  definitions('facts', [
    ['version', run.version], ['engine', run.engine + ' × ' + run.parallelism],
    ['took', number(run.wall_seconds, 1) + ' s'], ['initial capital', number(run.initial_capital, 0)],
    ...(run.costs ? [['costs', costs(run.costs)]] : []),
    ['configuration', run.config_hash], ['data', run.data_hash], ...read,
  ]);
}

function costs(c) {
  const bps = (x) => number(x, x % 1 ? 2 : 0) + ' bps';
  const fill = 'fee ' + bps(c.fee_bps) + ', slippage ' + bps(c.slippage_bps) + ', impact ' + bps(c.impact_bps) + ' a fill';
  const rate = bps(c.funding_bps_per8h) + ' per 8 h';
  if (c.market === 'spot') return fill + '; spot, so no funding';
  return fill + '; funding ' + (c.funding_folder ? 'rates from ' + c.funding_folder + ', ' + rate + ' for symbols without' : rate);
}

function showHeadline() {
  const all = data.summary.headline;
  const trading = data.summary.trading;
  definitions('headline', [
    ['Total return', change(all.total_return)], ['Final equity', number(data.summary.final_equity, 0)], ['CAGR', change(all.cagr)],
    ['Max drawdown', share(all.max_drawdown)], ['Volatility', share(all.volatility)],
    ['Sharpe', number(all.sharpe)], ['Sortino', number(all.sortino)], ['Calmar', number(all.calmar)],
    ['Turnover a year', number(trading.turnover_per_year) + ' ×'],
    ['Orders / fills', count(trading.orders) + ' / ' + count(trading.fills)],
    ['Fees and slippage', number(trading.fees, 0)],
    ['Missed of what was wanted', (data.summary.missed > 0.1 ? 'warning: ' : '') + share(data.summary.missed)],
  ]);
  table('pods', [
    { head: 'Pod', text: (p) => p.pod }, { head: 'State', text: (p) => p.state },
    { head: 'Days', text: (p) => count(p.days), number: true },
    { head: 'Return', text: (p) => change(p.total_return), number: true, className: (p) => loss(p.total_return) },
    { head: 'Sharpe', text: (p) => number(p.sharpe), number: true, className: (p) => loss(p.sharpe) },
    { head: 'Max drawdown', text: (p) => share(p.max_drawdown), number: true },
    { head: 'Capital', text: (p) => number(p.capital, 0), number: true },
    { head: 'Fees', text: (p) => number(p.fees, 0), number: true },
  ], data.summary.pods);
}

function showDecisions() {
  const reasons = data.decisions.some((r) => r.signal_reason);
  const retired = new Set(data.summary.pods.filter((p) => p.state === 'RETIRED').map((p) => p.pod));
  table('decisions', [
    { head: 'Pod', text: (r) => r.pod + (retired.has(r.pod) ? ' (retired, on paper)' : '') }, { head: 'Symbol', text: (r) => r.symbol },
    { head: 'State', text: (r) => r.state, mark: (r) => stateColour(r.state) },
    { head: 'Signal', text: (r) => (defined(r.signal) ? number(r.signal, 3) : NONE), number: true, className: (r) => loss(r.signal) },
    { head: 'Score', text: (r) => number(r.score), number: true },
    { head: 'Weight', text: (r) => share(r.allocation_weight), number: true },
    { head: 'Target', text: (r) => change(r.target), number: true, className: (r) => loss(r.target) },
    { head: 'Close at', text: (r) => time(r.time) },
    ...(reasons ? [{ head: 'Why flat', text: (r) => r.signal_reason, className: () => 'wide' }] : []),
  ], data.decisions);
}

function showNotes() {
  document.getElementById('data-notes').hidden = data.notes.length === 0;
  table('notes', [
    { head: 'Symbol', text: (n) => n.symbol || NONE },
    { head: 'Severity', text: (n) => n.severity.toLowerCase(), className: (n) => 'severity-' + n.severity.toLowerCase() },
    { head: 'Times', text: (n) => count(n.count), number: true },
    { head: 'From', text: (n) => time(n.first) }, { head: 'To', text: (n) => time(n.last) },
    { head: 'What', text: (n) => brief(n.message), className: () => 'wide' },
  ], data.notes);
}

function showEvents() {
  const kinds = [...new Set(data.events.counts.map((c) => c.kind))];
  const of = (kind, severity) => {
    const found = data.events.counts.find((c) => c.kind === kind && c.severity === severity);
    return found ? count(found.count) : NONE;
  };
  table('event-counts', [
    { head: 'Kind', text: (k) => k },
    ...['info', 'warning', 'critical'].map((s) => ({ head: s, text: (k) => of(k, s), number: true })),
  ], kinds);
  const list = (kind) => table('events', [
    { head: 'Time', text: (e) => time(e.time) }, { head: 'Kind', text: (e) => e.kind },
    { head: 'Severity', text: (e) => e.severity, className: (e) => 'severity-' + e.severity },
    { head: 'Pod', text: (e) => e.pod || NONE }, { head: 'Symbol', text: (e) => e.symbol || NONE },
    { head: 'Change', text: (e) => (e.from_state || e.to_state ? e.from_state + ' → ' + e.to_state : NONE) },
    { head: 'What', text: (e) => brief(e.message), className: () => 'wide' },
  ], data.events.latest.filter((e) => kind === ALL || e.kind === kind).slice(0, 100));
  options('kind', [ALL, ...kinds], list);
  list(ALL);
}
