document.getElementById('netting-mean').textContent = 'Over the whole run: ' + share(data.netting.mean) + '.';

drawings.push(() => chart('offset').setOption(Object.assign(base(), {
  tooltip: tooltip({ valueFormatter: (x) => share(x) }),
  grid: Object.assign({ top: 12, bottom: 56 }, side()),
  xAxis: timeAxis(), yAxis: valueAxis((x) => share(x, 0), { min: 0, max: (range) => (range.max > 0.8 ? 1 : null), scale: false, splitNumber: 3 }),
  dataZoom: zoom([0]),
  series: [{
    name: 'Offset', type: 'line', zlevel: 0, step: 'end', showSymbol: false, color: css('--accent'), lineStyle: { width: 1 }, areaStyle: { opacity: .2 },
    data: data.netting.time.map((t, i) => [t, data.netting.offset[i]]),
  }],
}), true));
