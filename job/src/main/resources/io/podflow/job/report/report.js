'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const run = data.summary.run;
  const first = data.equity.time[0];
  const last = data.equity.time[data.equity.time.length - 1];

  // words and numbers

  const NONE = '–';
  const ALL = 'all kinds';
  const defined = (x) => typeof x === 'number' && isFinite(x);
  const fixed = (x, digits) =>
    x.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const number = (x, digits = 2) => (defined(x) ? fixed(x, digits) : NONE);
  const share = (x, digits = 2) => (defined(x) ? fixed(100 * x, digits) + ' %' : NONE);
  const change = (x) => (defined(x) ? (x > 0 ? '+' : '') + share(x) : NONE);
  const count = (x) => number(x, 0);
  const time = (ms) => {
    const text = new Date(ms).toISOString();
    return text.slice(0, 10) + ' ' + text.slice(11, 16);
  };

  function element(tag, text, className) {
    const e = document.createElement(tag);
    if (text !== undefined) e.textContent = text;
    if (className) e.className = className;
    return e;
  }

  function definitions(id, entries) {
    const list = document.getElementById(id);
    for (const [term, value] of entries) {
      const group = element('div');
      group.append(element('dt', term), element('dd', value));
      list.append(group);
    }
  }

  // columns: {head, text(row), number?, className?(row), mark?(row)}
  function table(id, columns, rows) {
    const t = document.getElementById(id);
    t.querySelectorAll('thead, tbody').forEach((part) => part.remove());
    const head = t.appendChild(element('thead')).appendChild(element('tr'));
    for (const c of columns) {
      const cell = element('th', c.head, c.number ? 'n' : '');
      cell.scope = 'col';
      head.append(cell);
    }
    const body = t.appendChild(element('tbody'));
    for (const row of rows) {
      const line = body.appendChild(element('tr'));
      for (const c of columns) {
        const extra = c.className ? c.className(row) : '';
        const cell = element('td', undefined, ((c.number ? 'n ' : '') + extra).trim());
        if (c.mark) {
          const mark = element('span', undefined, 'mark');
          mark.style.background = 'var(' + c.mark(row) + ')';
          cell.append(mark);
        }
        cell.append(c.text(row));
        line.append(cell);
      }
    }
  }

  function options(id, names, change) {
    const select = document.getElementById(id);
    for (const name of names) select.append(element('option', name));
    select.addEventListener('change', () => change(select.value));
  }

  const STATE_COLOURS = {
    ACTIVE: '--active', UNDERPERFORMING: '--under', COOLDOWN: '--cooldown', RE_ENTRY: '--reentry',
  };
  const stateColour = (state) => STATE_COLOURS[state] || '--other';
  const loss = (x) => (x < 0 ? 'loss' : '');

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
      ['configuration', run.config_hash], ['data', run.data_hash], ...read,
    ]);
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
    table('decisions', [
      { head: 'Pod', text: (r) => r.pod }, { head: 'Symbol', text: (r) => r.symbol },
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
      { head: 'What', text: (n) => n.message, className: () => 'wide' },
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
      { head: 'What', text: (e) => e.message, className: () => 'wide' },
    ], data.events.latest.filter((e) => kind === ALL || e.kind === kind).slice(0, 100));
    options('kind', [ALL, ...kinds], list);
    list(ALL);
  }

  // charts

  const POD_COLOURS = ['#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#ee8866', '#44bb99'];
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const narrow = () => window.innerWidth < 600;
  const charts = {};

  function chart(id) {
    if (!charts[id]) charts[id] = echarts.init(document.getElementById(id), null, { renderer: 'canvas' });
    return charts[id];
  }

  const timeAxis = (more) => Object.assign({
    type: 'time', min: first, max: last,
    axisLabel: { color: css('--soft'), hideOverlap: true },
    axisLine: { lineStyle: { color: css('--line') } }, splitLine: { show: false },
  }, more);

  const valueAxis = (format, more) => Object.assign({
    type: 'value', scale: true,
    axisLabel: { color: css('--soft'), formatter: format },
    splitLine: { lineStyle: { color: css('--line') } },
  }, more);

  const zoom = (axes) => [
    { type: 'inside', xAxisIndex: axes, zoomOnMouseWheel: 'ctrl', filterMode: 'none' },
    { type: 'slider', xAxisIndex: axes, height: 18, bottom: 6, filterMode: 'none', showDetail: false,
      borderColor: css('--line'), showDataShadow: false, brushSelect: false },
  ];

  const tooltip = (more) => Object.assign({
    trigger: 'axis', confine: true, backgroundColor: css('--card'), borderColor: css('--line'),
    textStyle: { color: css('--ink'), fontSize: 13 },
  }, more);

  const base = () => ({ useUTC: true, animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily } });
  const side = () => (narrow() ? { left: 52, right: 8 } : { left: 76, right: 16 });
  const pairs = (values) => data.equity.time.map((t, i) => [t, values[i]]);
  const short = (x) => (Math.abs(x) >= 1e4 ? number(x / 1000, 0) + ' k' : number(x, Math.abs(x) < 10 ? 2 : 0));

  function drawEquity() {
    const escape = echarts.format.encodeHTML;
    chart('equity').setOption(Object.assign(base(), {
      tooltip: tooltip({
        formatter: (points) => escape(time(points[0].value[0])) + points.map((p) => '<br>' + p.marker + p.seriesName + ' <b>'
          + (p.seriesIndex === 0 ? number(p.value[1], 0) : share(p.value[1])) + '</b>').join(''),
      }),
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      grid: [
        Object.assign({ top: 12, height: '55%' }, side()), Object.assign({ top: '66%', bottom: 56 }, side()),
      ],
      xAxis: [timeAxis({ gridIndex: 0, axisLabel: { show: false } }), timeAxis({ gridIndex: 1 })],
      yAxis: [
        valueAxis(short, { gridIndex: 0 }),
        valueAxis((x) => share(x, x > 0 && x < 0.01 ? 1 : 0), { gridIndex: 1, inverse: true, min: 0, scale: false, splitNumber: 3 }),
      ],
      dataZoom: zoom([0, 1]),
      series: [
        { name: 'Equity', type: 'line', zlevel: 0, showSymbol: false, data: pairs(data.equity.equity),
          lineStyle: { width: 1.5 }, color: css('--accent'), xAxisIndex: 0, yAxisIndex: 0 },
        { name: 'Drawdown', type: 'line', zlevel: 0, showSymbol: false, data: pairs(data.equity.drawdown),
          lineStyle: { width: 1 }, areaStyle: { opacity: .25 }, color: css('--loss'), xAxisIndex: 1, yAxisIndex: 1 },
      ],
    }), true);
  }

  function drawShares() {
    const names = data.shares.names;
    const colour = (i) => (i === names.length - 1 ? css('--other') : POD_COLOURS[i % POD_COLOURS.length]);
    chart('shares').setOption(Object.assign(base(), {
      tooltip: tooltip({ valueFormatter: (x) => share(x) }),
      legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: css('--ink') }, pageTextStyle: { color: css('--soft') }, icon: 'roundRect' },
      grid: Object.assign({ top: 36, bottom: 56 }, side()),
      xAxis: timeAxis(), yAxis: valueAxis((x) => share(x, 0), { min: 0, max: 1, scale: false }),
      dataZoom: zoom([0]),
      series: names.map((name, i) => ({
        name, type: 'line', zlevel: 0, step: 'end', stack: 'capital', showSymbol: false, color: colour(i),
        lineStyle: { width: 0 }, areaStyle: { opacity: .85 },
        data: data.shares.time.map((t, k) => [t, data.shares.values[i][k]]),
      })),
    }), true);
  }

  function drawSelector(pod) {
    const line = data.selector.find((s) => s.pod === pod);
    if (!line) return;
    const box = document.getElementById('selector');
    box.style.height = line.symbols.length * 24 + 100 + 'px';
    const bar = (state) => (params, api) => {
      const row = api.value(0);
      const from = api.coord([api.value(1), row]);
      const to = api.coord([api.value(2), row]);
      const height = api.size([0, 1])[1] * 0.72;
      const area = params.coordSys;
      const shape = echarts.graphic.clipRectByRect(
        { x: from[0], y: from[1] - height / 2, width: Math.max(to[0] - from[0], 1), height },
        { x: area.x, y: area.y, width: area.width, height: area.height });
      return shape && { type: 'rect', shape, style: { fill: css(stateColour(state)) } };
    };
    const order = Object.keys(STATE_COLOURS);
    const states = [...line.states].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const escape = echarts.format.encodeHTML;
    chart('selector').resize();
    chart('selector').setOption(Object.assign(base(), {
      tooltip: tooltip({
        trigger: 'item',
        formatter: (p) => '<b>' + escape(line.symbols[p.value[0]]) + '</b> ' + escape(p.seriesName) + '<br>'
          + time(p.value[1]) + ' to ' + time(p.value[2]) + '<br>' + number((p.value[2] - p.value[1]) / 864e5, 1) + ' days',
      }),
      legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: css('--ink') }, pageTextStyle: { color: css('--soft') }, icon: 'roundRect' },
      grid: Object.assign({ top: 36, bottom: 56 }, narrow() ? { left: 84, right: 8 } : { left: 110, right: 16 }),
      xAxis: timeAxis(),
      yAxis: { type: 'category', inverse: true, data: line.symbols, axisTick: { show: false },
        axisLabel: { color: css('--ink'), interval: 0, fontSize: narrow() ? 10 : 12 }, axisLine: { lineStyle: { color: css('--line') } } },
      dataZoom: zoom([0]),
      series: states.map((state) => ({
        name: state, type: 'custom', color: css(stateColour(state)), renderItem: bar(state),
        encode: { x: [1, 2], y: 0 }, progressive: 0,
        data: line.runs.filter((r) => line.states[r[1]] === state).map((r) => [r[0], r[2], r[3]]),
      })),
    }), true);
  }

  function drawAll() {
    drawEquity();
    drawShares();
    drawSelector(document.getElementById('pod').value);
  }

  showFacts();
  showHeadline();
  showDecisions();
  showNotes();
  showEvents();
  options('pod', data.selector.map((s) => s.pod), drawSelector);
  drawAll();

  let pending;
  window.addEventListener('resize', () => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      Object.values(charts).forEach((c) => c.resize());
      drawAll();
    }, 150);
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
})();
