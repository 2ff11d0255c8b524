// head and tables

function showRuin() {
  const at = data.summary.ruined_at;
  const line = document.getElementById('ruined');
  line.hidden = !at;
  if (at) {
    const debt = data.summary.debt;
    const left = debt > 0 ? 'no equity, debt ' + number(debt) : 'equity ' + number(data.summary.final_equity) + ', no debt';
    line.textContent = 'ruined on ' + time(Date.parse(at)) + ' UTC: ' + left + '; judged at closes, not within bars. Figures end there.';
  }
}

function showFacts() {
  document.title = run.name + ' – podflow report';
  document.getElementById('name').textContent = run.name;
  const asked = data.summary.range_asked;
  const used = data.summary.range_used;
  const range = (r) => r.from + ' to ' + r.to;
  const differs = used && range(used) !== range(asked);
  document.getElementById('range').textContent = (used ? range(used) : 'no close') + (used && !differs ? '' : ' (asked for ' + range(asked) + ')')
    + ', bars: ' + run.bars;
  document.getElementById('synthetic').hidden = !data.synthetic;
  const idle = data.summary.idle_capital;
  const read = Object.entries(run.data).map(([name, n]) => [name.replace(/_/g, ' '), count(n)]);
  definitions('facts', [
    ['version', run.version], ['engine', run.engine + ' × ' + run.parallelism],
    ['took', number(run.wall_seconds, 1) + ' s'], ['initial capital', number(run.initial_capital, 0)],
    ...(run.costs ? [['costs', costs(run.costs)]] : []),
    ...(idle ? [['idle capital', share(idle.share) + ' of equity (' + number(idle.reserve, 0) + ') since ' + idle.since + ': ' + idle.why]] : []),
    ['configuration', run.config_hash], ['data', run.data_hash], ...read,
  ]);
}

function costs(c) {
  const bps = (x) => number(x, x % 1 ? 2 : 0) + ' bps';
  const more = c.slippage && c.slippage.model !== 'NONE'
    ? ' + ' + bps(c.slippage.coefficient) + (c.slippage.model === 'LINEAR' ? ' × share' : ' × √share') + ' of a day' : '';
  const fill = 'fee ' + bps(c.fee_bps) + ', slippage ' + bps(c.slippage_bps) + more + ', impact ' + bps(c.impact_bps) + ' a fill';
  const rate = bps(c.funding_bps_per8h) + ' per 8 h';
  if (c.market === 'spot') return fill + '; spot, so no funding';
  return fill + '; funding ' + (c.funding_folder ? 'rates from ' + c.funding_folder + ', ' + rate + ' for symbols without' : rate);
}

function showEarnings() {
  const earnings = data.summary.earnings;
  const capital = run.initial_capital;
  const rounded = (x) => number(x, 0).replace(/^-0$/, '0');
  const rest = Math.abs(earnings.rest) < 0.005 ? 0 : earnings.rest;
  table('earned', [
    { head: 'Pod', text: (p) => p.pod, className: (p) => p.sum || '' }, { head: 'State', text: (p) => p.state },
    { head: 'Earned', text: (p) => rounded(p.earned), number: true, className: (p) => loss(p.earned) },
    { head: 'Of capital', text: (p) => change(p.of_capital), number: true, className: (p) => loss(p.of_capital) },
    { head: 'Fees in it', text: (p) => (defined(p.fees) ? rounded(p.fees) : ''), number: true },
    { head: 'Fills', text: (p) => (defined(p.fills) ? count(p.fills) : ''), number: true },
    { head: 'Capital', text: (p) => (defined(p.capital) ? rounded(p.capital) : ''), number: true },
  ], [
    ...earnings.pods,
    { pod: rest ? 'Reserve, last day not ended' : 'Reserve', state: '', earned: rest, of_capital: rest / capital },
    { pod: 'Portfolio', state: '', sum: 'sum', earned: earnings.total, of_capital: earnings.total / capital,
      fees: data.summary.trading.fees, capital: data.summary.final_equity },
  ]);
  table('benchmarks', [
    { head: 'Same capital in', text: (b) => b.name },
    { head: 'Return', text: (b) => change(b.headline.total_return), number: true, className: (b) => loss(b.headline.total_return) },
    { head: 'CAGR', text: (b) => change(b.headline.cagr), number: true, className: (b) => loss(b.headline.cagr) },
    { head: 'Max drawdown', text: (b) => share(b.headline.max_drawdown), number: true },
    { head: 'Volatility', text: (b) => share(b.headline.volatility), number: true },
    { head: 'Sharpe', text: (b) => number(b.headline.sharpe), number: true },
    { head: 'Sortino', text: (b) => number(b.headline.sortino), number: true },
    { head: 'Calmar', text: (b) => number(b.headline.calmar), number: true },
    { head: 'Equity', text: (b) => number(b.final_equity, 0), number: true },
  ], [{ name: 'this run', headline: data.summary.headline, final_equity: data.summary.final_equity }, ...data.summary.benchmarks]);
}

function showRemarks() {
  const fall = data.summary.deepest_fall;
  const moment = (text) => text.slice(0, 16).replace('T', ' ');
  const lines = ['Turnover counts buying and selling.'];
  if (fall.trough_at) {
    lines.push('The maximum drawdown is from ' + number(fall.peak, 0) + (fall.peak_at ? ' on ' + moment(fall.peak_at) : ', the initial capital,')
      + ' to the low of ' + moment(fall.trough_at) + '.');
  }
  const unsent = Object.entries(data.summary.unsent_by_rule || {}).map(([rule, n]) => rule.replace(/_/g, ' ') + ' ' + count(n));
  if (unsent.length) {
    lines.push('Changes that were wanted and not sent, by the rule that refused: ' + unsent.join(', ') + '.');
  }
  if (run.costs && defined(run.costs.max_volume_share)) {
    const many = data.summary.volume_share_exceeded;
    lines.push((many ? count(many) + ' of ' + count(data.summary.trading.orders) : 'No') + ' orders are above '
      + share(run.costs.max_volume_share) + ' of what was traded in the bar they were filled in'
      + (many ? '; round trips with one have ' + share(data.summary.volume_share_exceeded_pnl) + ' of all |profit and loss|.' : '.'));
  }
  document.getElementById('remarks').textContent = lines.join(' ');
}

function showHeadline() {
  const all = data.summary.headline;
  const trading = data.summary.trading;
  const cap = data.summary.volatility_cap;
  definitions('headline', [
    ['Total return', change(all.total_return)], ['Final equity', number(data.summary.final_equity, 0)], ['CAGR', change(all.cagr)],
    ['Max drawdown', share(all.max_drawdown)], ['Volatility', share(all.volatility)],
    ['Sharpe', number(all.sharpe)], ['Sortino', number(all.sortino)], ['Calmar', number(all.calmar)],
    ['Turnover a year', number(trading.turnover_per_year) + ' ×'],
    ['Orders / fills', count(trading.orders) + ' / ' + count(trading.fills)],
    ['Fees and slippage', number(trading.fees, 0)],
    ...(cap ? [['Closes with the volatility cap', share(cap.bound_share)], ['Its mean factor', number(cap.mean_scale)]] : []),
    ['Missed of what was wanted', (data.summary.missed > 0.1 ? 'warning: ' : '') + share(data.summary.missed)],
  ]);
  table('pods', [
    { head: 'Pod', text: (p) => p.pod }, { head: 'State', text: (p) => p.state },
    { head: 'Days', text: (p) => count(p.days), number: true },
    { head: 'Return', text: (p) => change(p.total_return), number: true, className: (p) => loss(p.total_return) },
    { head: 'Sharpe', text: (p) => number(p.sharpe), number: true, className: (p) => loss(p.sharpe) },
    { head: 'Max drawdown', text: (p) => share(p.max_drawdown), number: true },
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
