const stayPods = [...new Set(data.lifecycle.stays.map((s) => s.pod))];

function showLifecycle() {
  const life = data.lifecycle;
  const none = life.transitions.length === 0;
  document.getElementById('no-transitions').hidden = !none;
  if (!none) {
    table('transitions', [
      { head: 'Time', text: (t) => time(t.time) }, { head: 'Pod', text: (t) => t.pod },
      { head: 'From', text: (t) => t.from, mark: (t) => stateColour(t.from) },
      { head: 'To', text: (t) => t.to, mark: (t) => stateColour(t.to) },
      { head: 'Why', text: (t) => brief(t.why), className: () => 'wide' },
    ], life.transitions);
  }
  document.getElementById('watch-part').hidden = life.watch.length === 0;
  const level = (name) => ({
    text: (w) => (w.monitors ? w.monitors[name].toLowerCase() : NONE),
    className: (w) => (w.monitors ? 'severity-' + w.monitors[name].toLowerCase() : ''),
  });
  table('watch', [
    { head: 'Pod', text: (w) => w.pod },
    { head: 'Warnings', text: (w) => count(w.warnings), number: true }, { head: 'Critical', text: (w) => count(w.criticals), number: true },
    Object.assign({ head: 'Drawdown' }, level('gbm_level')), Object.assign({ head: 'Distribution' }, level('ks_level')),
    Object.assign({ head: 'Decay' }, level('decay_level')),
    { head: 'Asked last', text: (w) => (w.monitors ? day(w.monitors.time) : NONE) },
  ], life.watch);
}

showLifecycle();
drawings.push(() => drawStates('stays', stayPods,
  data.lifecycle.stays.map((s) => ({ row: stayPods.indexOf(s.pod), state: s.state, from: s.from, to: s.to, why: s.why }))));
