function showProtection() {
  const { counts, latest } = data.protection;
  const total = counts.reduce((sum, c) => sum + c.exits, 0);
  document.getElementById('exits-total').textContent = count(total) + (total === 1 ? ' position was' : ' positions were')
    + ' closed early because of what was lost' + (latest.length < total ? '; the latest ' + count(latest.length) + ' are listed.' : '.');
  table('exit-counts', [
    { head: 'Pod', text: (c) => c.pod }, { head: 'Kind', text: (c) => c.kind },
    { head: 'Exits', text: (c) => count(c.exits), number: true },
    { head: 'Of them retired', text: (c) => count(c.retired), number: true },
  ], counts);
  table('exits', [
    { head: 'Time', text: (e) => time(e.time) }, { head: 'Pod', text: (e) => e.pod }, { head: 'Symbol', text: (e) => e.symbol },
    { head: 'Held', text: (e) => e.side.toLowerCase() }, { head: 'What', text: (e) => brief(e.message), className: () => 'wide' },
  ], latest);
}

showProtection();
