showRuin();
showFacts();
showEarnings();
showHeadline();
showRemarks();
showDecisions();
showNotes();
showEvents();

const drawAll = () => drawings.forEach((draw) => draw());
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
