document.getElementById('netting-mean').textContent = 'Over the whole run: ' + share(data.netting.mean) + '.';
const wholeScale = Math.max(...data.netting.offset) > 0.8;

drawings.push(() => chart('offset').setOption(Object.assign(base(), {
  tooltip: tooltip({ valueFormatter: (x) => share(x) }),
  grid: Object.assign({ top: 12, bottom: 56 }, side()),
  xAxis: timeAxis(), yAxis: valueAxis((x) => share(x, 0), Object.assign({ min: 0, scale: false, splitNumber: 3 }, wholeScale ? { max: 1, interval: 0.25 } : {})),
  dataZoom: zoom([0]),
  series: [{
    name: 'Offset', type: 'line', zlevel: 0, step: 'end', showSymbol: false, color: css('--accent'), lineStyle: { width: 1 }, areaStyle: { opacity: .2 },
    data: data.netting.time.map((t, i) => [t, data.netting.offset[i]]),
  }],
}), true));
