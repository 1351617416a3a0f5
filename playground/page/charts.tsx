import type { ChartView } from './server.ts';

const COLOURS = ['#0b57d0', '#1e8e3e', '#9aa0a6', '#e37400'];

/** Charts as plain bars: enough to see what the add-on made. */
export function Charts({ charts }: { charts: ChartView[] }) {
  return (
    <div class="charts">
      {charts.map((chart) => (
        <Bars key={`${chart.title} ${chart.row} ${chart.column}`} chart={chart} />
      ))}
    </div>
  );
}

function Bars({ chart }: { chart: ChartView }) {
  const totals = chart.labels.map((_, i) =>
    chart.series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0),
  );
  const most = Math.max(1, ...totals);
  return (
    <figure>
      <figcaption>{chart.title}</figcaption>
      {chart.series.length > 1 ? (
        <p class="chart-legend">
          {chart.series.map(({ name }, s) => (
            <span key={name}>
              <i style={{ background: COLOURS[s % COLOURS.length] }} />
              {name}
            </span>
          ))}
        </p>
      ) : null}
      <svg viewBox={`0 0 420 ${chart.labels.length * 16 + 4}`} role="img" aria-label={chart.title}>
        {chart.labels.map((label, i) => {
          let x = 150;
          return (
            <g key={label} transform={`translate(0 ${i * 16})`}>
              <text x="144" y="11" text-anchor="end">
                {label.slice(0, 24)}
              </text>
              {chart.series.map(({ name, values }, s) => {
                const width = ((values[i] ?? 0) / most) * 230;
                const bar = (
                  <rect key={name} x={x} y="2" height="11" width={width} fill={COLOURS[s % COLOURS.length]}>
                    <title>{`${label}, ${name}: ${values[i] ?? 0}`}</title>
                  </rect>
                );
                x += width;
                return bar;
              })}
              <text x={x + 4} y="11">
                {totals[i]}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
