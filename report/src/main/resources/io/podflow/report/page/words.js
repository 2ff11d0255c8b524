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

const day = (ms) => time(ms).slice(0, 10);

// messages hold numbers with all their digits, for whoever checks them; nobody reads those
const brief = (message) => message.replace(/-?\d+\.\d{5,}(E-?\d+)?/g, (digits) => {
  const x = Number(digits);
  return Math.abs(x) >= 1000 ? x.toFixed(2) : String(Number(x.toPrecision(4)));
});

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

// columns: {head, text(row), number?, className?(row), mark?(row), shade?(row)}
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
      if (c.shade) cell.style.background = c.shade(row);
      cell.append(c.text(row));
      line.append(cell);
    }
  }
}

// a table of numbers in colours: value(row, column) is undefined where there is none
function heatMap(id, corner, rows, columns, value, format, more) {
  const all = rows.flatMap((r) => columns.map((c) => value(r, c))).filter(defined);
  const largest = Math.max(...all.map(Math.abs), 1e-300);
  const colour = (x) => 'rgba(' + (x < 0 ? '200, 85, 61' : '46, 158, 107') + ', '
    + (0.75 * Math.sqrt(Math.abs(x) / largest)).toFixed(3) + ')';
  const totals = more || {};
  table(id, [
    { head: corner, text: (r) => r, className: () => 'stick' },
    ...columns.map((c) => ({
      head: c, number: true, text: (r) => (defined(value(r, c)) ? format(value(r, c)) : NONE),
      shade: (r) => (value(r, c) ? colour(value(r, c)) : ''),
    })),
    ...(totals.row ? [{ head: 'Total', number: true, text: (r) => format(totals.row(r)), className: () => 'sum' }] : []),
  ], rows);
  if (totals.column) {
    const line = document.getElementById(id).appendChild(element('tfoot')).appendChild(element('tr'));
    line.append(element('td', 'Total', 'stick'));
    for (const c of columns) line.append(element('td', format(totals.column(c)), 'n'));
    if (totals.all !== undefined) line.append(element('td', format(totals.all), 'n sum'));
  }
}

function options(id, names, change) {
  const select = document.getElementById(id);
  for (const name of names) select.append(element('option', name));
  select.addEventListener('change', () => change(select.value));
}

const STATE_COLOURS = {
  ACTIVE: '--active', UNDERPERFORMING: '--under', COOLDOWN: '--cooldown', RE_ENTRY: '--reentry',
  INCUBATION: '--reentry', PRODUCTION: '--active', WARNING: '--under', PROBATION: '--cooldown', RETIRED: '--other',
};
const stateColour = (state) => STATE_COLOURS[state] || '--other';
const loss = (x) => (x < 0 ? 'loss' : '');
