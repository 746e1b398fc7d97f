/**
 * The page's mentions, each with its line of text; pressing one goes there.
 *
 * Real buttons in a real list, of which Tab meets one: a page may have a thousand. The
 * arrow keys, Home and End go through the others. The first lines are drawn at once and
 * the rest in the frames after, so that a long list does not keep the popup from opening.
 */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { positionInWords } from '../core/fill.ts';
import { langAttribute } from '../core/language-name.ts';
import type { MentionList as List, MentionLine, WalkPosition } from '../core/mention-list.ts';
import type { EntityId } from '../core/model.ts';
import type { PopupStrings } from '../core/strings.ts';
import { Steps } from './Steps.tsx';
import { stepWithKey } from './step-with-key.ts';

export interface MentionListProps {
  readonly strings: PopupStrings;
  readonly lang: string;
  readonly entityLabels: Readonly<Record<EntityId, string>>;
  readonly list: List;
  /** Where a step with the buttons came to. */
  readonly position: WalkPosition | undefined;
  readonly onStep: (command: 'next' | 'previous') => void;
  readonly onVisit: (id: number) => void;
}

export function MentionList(props: MentionListProps) {
  const { strings, lang, entityLabels, list, position, onStep, onVisit } = props;
  const current = position?.id ?? list.current;
  return (
    <section class="mentions" aria-labelledby="mentions">
      <div class="mentions-head">
        <h2 id="mentions">{strings['popup.mentions']}</h2>
        <Steps strings={strings} onStep={onStep} />
      </div>
      <p class="position" role="status">
        {position && positionInWords(strings, entityLabels[position.entity], position, lang)}
      </p>
      <Lines mentions={list.mentions} current={current} onVisit={onVisit} />
    </section>
  );
}

/** Back and on, from line to line. */
const KEYS = ['ArrowUp', 'ArrowDown'] as const;

interface LinesProps {
  readonly mentions: readonly MentionLine[];
  readonly current: number | undefined;
  readonly onVisit: (id: number) => void;
}

function Lines({ mentions, current, onVisit }: LinesProps) {
  const at = mentions.findIndex(({ id }) => id === current);
  const [stop, setStop] = useState(Math.max(at, 0));
  const lines = useRef<HTMLOListElement>(null);
  const drawn = useGrowing(mentions.length);
  const isDrawn = at < drawn;
  useEffect(() => {
    if (at < 0 || !isDrawn) return;
    setStop(at);
    buttonAt(lines, at)?.scrollIntoView({ block: 'nearest' });
  }, [at, isDrawn]);

  const move = (event: KeyboardEvent): void => {
    const goal = stepWithKey(event.key, KEYS, stop, Math.min(drawn, mentions.length) - 1);
    if (goal === undefined) return;
    event.preventDefault();
    setStop(goal);
    buttonAt(lines, goal)?.focus();
  };
  return (
    <ol class="lines" ref={lines} onKeyDown={move}>
      {mentions.slice(0, drawn).map(({ id, entity, lang, before, text, after }, index) => (
        <li key={id}>
          <button
            type="button"
            class={`mention ${entity}`}
            tabIndex={index === Math.min(stop, mentions.length - 1) ? 0 : -1}
            aria-current={id === current ? 'true' : undefined}
            lang={lang && langAttribute(lang)}
            dir="auto"
            onFocus={() => setStop(index)}
            onClick={() => onVisit(id)}
          >
            {before}
            <b>{text}</b>
            {after}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** As many as are seen without scrolling, and some. */
const FIRST_DRAWN = 20;
/** A frame's work at most, on a slow machine. */
const DRAWN_A_FRAME = 200;

/** How many of `count` lines are drawn by now. */
function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(FIRST_DRAWN);
  useEffect(() => {
    if (drawn >= count) return undefined;
    // No frames come to a page that is not seen, and nobody waits for them.
    const frame = requestAnimationFrame(() => setDrawn(drawn + DRAWN_A_FRAME));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);
  return drawn;
}

function buttonAt(
  lines: RefObject<HTMLOListElement | null>,
  at: number,
): HTMLElement | null | undefined {
  return lines.current?.children[at]?.querySelector('button');
}
