/** A plot of cost against the size of the page, both on logarithmic axes, as SVG. */
import type { Compared } from './measure.ts';

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { left: 64, right: 150, top: 24, bottom: 48 };
const SERIES = [
  { key: 'markRegExp', label: 'mark.js, one expression', colour: '#8a5a00' },
  { key: 'ours', label: 'Bakteppe', colour: '#1f3f75' },
  { key: 'walk', label: 'TreeWalker: the limit', colour: '#666666' },
] as const;

/** Points are pages: text nodes across, ms up. */
export function plot(points: readonly Compared[], title: string): string {
  const sorted = [...points].sort((a, b) => a.nodes - b.nodes);
  const costs = sorted.flatMap((point) => SERIES.map(({ key }) => point[key]));
  const x = axis(
    sorted.map(({ nodes }) => nodes),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = axis(costs, HEIGHT - MARGIN.bottom, MARGIN.top);
  const lines = SERIES.map(({ key, label, colour }) => {
    const dots = sorted.map((point) => [x.at(point.nodes), y.at(point[key])] as const);
    const [lastX = 0, lastY = 0] = dots.at(-1) ?? [];
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${dots.map(([px, py]) => `${px},${py}`).join(' ')}"/>`,
      ...dots.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="3" fill="${colour}"/>`),
      `<text x="${lastX + 8}" y="${lastY + 4}" fill="${colour}">${label}</text>`,
    ].join('\n');
  });
  const ticks = [
    ...x.ticks.map(
      (tick) =>
        `<text x="${x.at(tick)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle">${tick}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<text x="${MARGIN.left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${tick}</text><line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y.at(tick)}" y2="${y.at(tick)}" stroke="#ddd"/>`,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>${title}: cost against page size</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN.left}" y="16" font-weight="bold">${title}</text>
${ticks.join('\n')}
${lines.join('\n')}
<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">text nodes on the page</text>
<text transform="translate(16 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">ms</text>
</svg>
`;
}

function axis(values: readonly number[], from: number, to: number) {
  const low = Math.log10(Math.min(...values));
  const high = Math.log10(Math.max(...values));
  const at = (value: number): number =>
    Math.round(from + ((Math.log10(value) - low) / (high - low || 1)) * (to - from));
  const powers = Array.from({ length: 12 }, (_, power) => 10 ** (power - 4));
  return {
    at,
    ticks: powers.filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high),
  };
}
