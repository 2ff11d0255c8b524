// charts

const POD_COLOURS = ['#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#ee8866', '#44bb99'];
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const narrow = () => window.innerWidth < 600;
const charts = {};

// what draws a chart, again whenever the window or its colours change; sections add theirs
const drawings = [];
// functions of more series for the equity curve
const overlays = [];

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
const legend = () => ({ type: 'scroll', top: 0, left: 0, textStyle: { color: css('--ink') }, pageTextStyle: { color: css('--soft') }, icon: 'roundRect' });
const short = (x) => (Math.abs(x) >= 1e4 ? number(x / 1000, x % 1000 ? 1 : 0) + ' k' : number(x, Math.abs(x) < 10 ? 2 : 0));

function drawEquity() {
  const escape = echarts.format.encodeHTML;
  const more = overlays.flatMap((overlay) => overlay());
  const value = (p) => (p.data.said ? '<br>' + p.data.said.map((m) => escape(brief(m))).join('<br>')
    : ' <b>' + (p.seriesName === 'Drawdown' ? share(p.value[1]) : number(p.value[1], 0)) + '</b>');
  const compared = data.summary.benchmarks.map((b, i) => ({
    name: b.name, type: 'line', zlevel: 0, showSymbol: false, data: pairs(data.equity.benchmarks[i]), symbol: 'roundRect',
    lineStyle: { width: 1, type: 'dashed' }, color: css(i ? '--reentry' : '--other'), xAxisIndex: 0, yAxisIndex: 0,
  }));
  const named = [{ name: 'Equity', symbol: 'roundRect' }, ...compared, ...more];
  const top = compared.length || more.length ? 36 : 12;
  chart('equity').setOption(Object.assign(base(), {
    tooltip: tooltip({
      formatter: (points) => escape(time(points[0].value[0])) + points.map((p) => '<br>' + p.marker + p.seriesName + value(p)).join(''),
    }),
    legend: compared.length || more.length ? Object.assign(legend(), { data: named.map((s) => ({ name: s.name, icon: s.symbol })) }) : undefined,
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: [
      Object.assign({ top, height: '52%' }, side()), Object.assign({ top: '67%', bottom: 56 }, side()),
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
      ...compared,
      ...more,
    ],
  }), true);
}

function drawShares() {
  const names = data.shares.names;
  const colour = (i) => (i === names.length - 1 ? css('--other') : POD_COLOURS[i % POD_COLOURS.length]);
  chart('shares').setOption(Object.assign(base(), {
    tooltip: tooltip({ valueFormatter: (x) => share(x) }),
    legend: legend(),
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

// stretches {row, state, from, to, why} of one state each, a line per name
function drawStates(id, names, stretches) {
  document.getElementById(id).style.height = names.length * 24 + 100 + 'px';
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
  const states = [...new Set(stretches.map((s) => s.state))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const escape = echarts.format.encodeHTML;
  const longest = Math.max(...names.map((name) => name.length));
  const left = narrow() ? Math.min(Math.max(84, 6 * longest + 16), 130) : Math.min(Math.max(110, 7.5 * longest + 16), 200);
  chart(id).resize();
  chart(id).setOption(Object.assign(base(), {
    tooltip: tooltip({
      trigger: 'item',
      formatter: (p) => '<b>' + escape(names[p.value[0]]) + '</b> ' + escape(p.seriesName) + '<br>'
        + time(p.value[1]) + ' to ' + time(p.value[2]) + '<br>' + number((p.value[2] - p.value[1]) / 864e5, 1) + ' days'
        + (p.data.why ? '<br>' + escape(brief(p.data.why)) : ''),
    }),
    legend: legend(),
    grid: Object.assign({ top: 36, bottom: 56 }, side(), { left }),
    xAxis: timeAxis(),
    yAxis: { type: 'category', inverse: true, data: names, axisTick: { show: false },
      axisLabel: { color: css('--ink'), interval: 0, fontSize: narrow() ? 10 : 12, width: left - 12, overflow: 'truncate' }, axisLine: { lineStyle: { color: css('--line') } } },
    dataZoom: zoom([0]),
    series: states.map((state) => ({
      name: state, type: 'custom', color: css(stateColour(state)), renderItem: bar(state),
      encode: { x: [1, 2], y: 0 }, progressive: 0,
      data: stretches.filter((s) => s.state === state).map((s) => ({ value: [s.row, s.from, s.to], why: s.why })),
    })),
  }), true);
}

drawings.push(drawEquity, drawShares);
