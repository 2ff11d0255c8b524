function drawSelector(pod) {
  const line = data.selector.find((s) => s.pod === pod);
  if (!line) return;
  drawStates('selector', line.symbols, line.runs.map((r) => ({ row: r[0], state: line.states[r[1]], from: r[2], to: r[3], why: '' })));
}

options('pod', data.selector.map((s) => s.pod), drawSelector);
drawings.push(() => drawSelector(document.getElementById('pod').value));
