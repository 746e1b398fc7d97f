/**
 * The facts as columns in the article's order: a shape in the row of who says it,
 * dots in the rows of whom it is about, arcs between facts that are tied.
 *
 * Each column is a link to its fact and says in words all that is drawn. One of
 * them is in the Tab order; arrow keys go from there.
 */
import { useRef, useState } from 'preact/hooks';
import { fill } from '../../core/fill.ts';
import { intlLocale } from '../../core/intl-locale.ts';
import { placeInWords } from '../../core/locator.ts';
import type { Overview, OverviewColumn, OverviewTie } from '../../core/overview.ts';
import { textDirection } from '../../core/text-direction.ts';
import { KindShape } from '../Icon.tsx';
import { stepWithKey } from '../step-with-key.ts';
import { addressOfFact, type LibraryPage, labelOf } from './library-page.ts';

/** Back and on, from column to column. */
const KEYS = ['ArrowLeft', 'ArrowRight'] as const;
const MIRRORED_KEYS = ['ArrowRight', 'ArrowLeft'] as const;

/** All in px. Columns are as wide as a finger's target must be (WCAG 2.5.8). */
const COLUMN = 24;
export const ROW = 28;
/** Room for the arcs. */
export const TOP = 34;
/** Between those who speak and those spoken about. */
export const GAP = 12;
/** Room for paragraph numbers. */
const FOOT = 20;
/** An arc to the next column is this high, and no arc is higher than the room for it. */
const LOWEST_ARC = 10;
const HIGHEST_ARC = 28;
/** How much an arc rises with each column it spans. */
const RISE = 3;

interface OverviewDrawingProps {
  readonly page: LibraryPage;
  readonly plan: Overview;
  /** Facts inside search and filters. */
  readonly matching: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  /** The reader looks at a fact, or at none. */
  readonly onLook: (id: string | undefined) => void;
}

export function OverviewDrawing({ page, plan, matching, shown, onLook }: OverviewDrawingProps) {
  const { columns, claimants, entities } = plan;
  const [stop, setStop] = useState(0);
  const links = useRef<SVGGElement>(null);
  const isMirrored = textDirection(page.lang) === 'rtl';
  const width = columns.length * COLUMN;
  const aboutTop = TOP + claimants.length * ROW + GAP;
  const height = aboutTop + entities.length * ROW + FOOT;
  const xOf = (column: number): number => {
    const x = (column + 0.5) * COLUMN;
    return isMirrored ? width - x : x;
  };
  const rows = [
    ...claimants.map((_, row) => middleOf(TOP, row)),
    ...entities.map((_, row) => middleOf(aboutTop, row)),
  ];
  const figure = new Intl.NumberFormat(intlLocale(page.lang));

  const move = (event: KeyboardEvent): void => {
    const goal = stepWithKey(
      event.key,
      isMirrored ? MIRRORED_KEYS : KEYS,
      stop,
      columns.length - 1,
    );
    if (goal === undefined) return;
    event.preventDefault();
    setStop(goal);
    (links.current?.children[goal] as SVGAElement | undefined)?.focus();
  };
  return (
    <svg class="drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{page.strings['library.overview']}</title>
      <g class="rows">
        {rows.map((y) => (
          <path key={y} d={`M0 ${y}H${width}`} />
        ))}
      </g>
      <g ref={links}>
        {columns.map((column, at) => (
          <a
            key={column.fact.id}
            class={`column${matching.has(column.fact.id) ? '' : ' outside'}`}
            href={addressOfFact(page, column.fact.id, shown.has(column.fact.id))}
            // In small letters: Firefox takes no other spelling in SVG.
            tabindex={at === stop ? 0 : -1}
            onFocus={() => {
              setStop(at);
              onLook(column.fact.id);
            }}
            onBlur={() => onLook(undefined)}
            onPointerEnter={() => onLook(column.fact.id)}
            onPointerLeave={() => onLook(undefined)}
            onKeyDown={move}
          >
            <title>{inWords(page, column)}</title>
            <rect
              x={xOf(at) - COLUMN / 2 + 1}
              y={1}
              width={COLUMN - 2}
              height={height - 2}
              rx={4}
            />
            <path class="stem" d={stemOf(column, xOf(at), aboutTop)} />
            <circle class="ground" cx={xOf(at)} cy={middleOf(TOP, column.claimant)} r={8} />
            <KindShape kind={column.fact.kind} x={xOf(at)} y={middleOf(TOP, column.claimant)} />
            {column.about.map((row) => (
              <circle key={row} class="dot" cx={xOf(at)} cy={middleOf(aboutTop, row)} r={4} />
            ))}
            <text x={xOf(at)} y={height - 6} text-anchor="middle">
              {figure.format(column.fact.paragraphs[0] ?? 0)}
            </text>
          </a>
        ))}
      </g>
      <g class="arcs">
        {plan.ties.map((tie) => (
          <path key={`${tie.from} ${tie.to}`} class={tie.type} d={arcOf(tie, xOf)} />
        ))}
      </g>
    </svg>
  );
}

function middleOf(top: number, row: number): number {
  return top + (row + 0.5) * ROW;
}

function stemOf({ claimant, about }: OverviewColumn, x: number, aboutTop: number): string {
  return `M${x} ${middleOf(TOP, claimant)}V${middleOf(aboutTop, Math.max(...about))}`;
}

/** From the one fact over to the other, with an arrowhead there. */
function arcOf({ from, to }: OverviewTie, xOf: (column: number) => number): string {
  const high = Math.min(LOWEST_ARC + RISE * (Math.abs(from - to) - 1), HIGHEST_ARC);
  const [start, end] = [xOf(from), xOf(to)];
  const foot = TOP - 2;
  // A curve with one control point rises half as high as that point.
  const arc = `M${start} ${foot}Q${(start + end) / 2} ${foot - 2 * high} ${end} ${foot}`;
  return `${arc}m-3-6 3 6 3-6`;
}

function inWords(page: LibraryPage, { fact }: OverviewColumn): string {
  const shown = page.facts.get(fact.id);
  const names = new Intl.ListFormat(intlLocale(page.lang)).format(
    fact.about.map((id) => labelOf(page, 'about', id)),
  );
  const place = placeInWords(fact.paragraphs, page.strings, page.lang);
  const labelled = (label: string, text: string): string =>
    fill(page.strings['page.labelled'], { label, text });
  const said = labelled(`${shown?.kindLabel}, ${place}`, shown?.text ?? '');
  return `${said} ${labelled(page.strings['library.about'], names)}`;
}
