/** A page that is read for long: what a session costs that stays, and what it keeps. */
import { emptyPage, paragraphs } from './live-page.ts';
import { session } from './our-scan.ts';

/** Changes of a text that is being written, a second. */
const CHANGES_PER_SECOND = 50;
/** Paragraphs of a round, each with two mentions. */
const PARAGRAPHS = 50;

let life = new AbortController();
let mentions = 0;

/** Start a session on the page as it is; done when it has read it. */
export async function startReading(packsJson: readonly string[]): Promise<void> {
  life = new AbortController();
  await new Promise<void>((done) => {
    session(packsJson, life.signal, (count) => {
      mentions = count;
      done();
    });
  });
  await frames(4);
}

export function stopReading(): void {
  life.abort();
}

/** A page of some paragraphs with names, for what follows. */
export function somePage(): void {
  emptyPage();
  document.body.append(...paragraphs(PARAGRAPHS, 1));
}

/** One paragraph is written and written again for so long, as in a chat; how often it was. */
export async function stream(seconds: number): Promise<number> {
  const line = document.createElement('p');
  const text = document.createTextNode('');
  line.append(text);
  document.body.append(line);
  let count = 0;
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      text.data = `President Putin answered: ${'and so on, '.repeat(count % 30)}`;
      if (++count < seconds * CHANGES_PER_SECOND) return;
      clearInterval(timer);
      done();
    }, 1000 / CHANGES_PER_SECOND);
  });
  line.remove();
  return count;
}

/** Paragraphs come, are painted, and go again. */
export async function addAndRemove(rounds: number): Promise<void> {
  const before = mentions;
  for (let round = 0; round < rounds; round++) {
    const fresh = paragraphs(PARAGRAPHS, 1);
    document.body.append(...fresh);
    await until(() => mentions > before);
    for (const paragraph of fresh) paragraph.remove();
    await until(() => mentions === before);
  }
}

/** The whole page is styled, laid out and painted anew so many times. */
export async function restyle(times: number): Promise<void> {
  const { style } = document.documentElement;
  for (let time = 0; time < times; time++) {
    style.fontSize = time % 2 === 0 ? '101%' : '100%';
    await frames(2);
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await frames(1);
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}
