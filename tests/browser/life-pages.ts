/**
 * Pages for what befalls the extension while they are open, with all their trees: the document,
 * its frames and shadow roots. What is painted there by either painter, and what of ours is left.
 */
import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Visit ends | The Harbour Gazette</title>
<meta property="og:type" content="article">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Visit ends"}</script></head>`;
/** Text in several nodes and an empty one, as frameworks make and hold it. */
const SPLIT = `const text = document.getElementById('light').firstChild;
text.splitText(13); text.after('');`;

/** A page whose story stands in shadow roots, open and closed, one in the other. */
export const ROOTED = {
  url: 'http://gazette.example.org/world/2024/06/20/life-roots',
  html: `${HEAD}<body><h1>Visit ends</h1>
<p id="light">The plane of Vladimir Putin left in the evening, hours later than planned.</p>
<gazette-story></gazette-story>
<script>${SPLIT}
window.roots = [];
const attach = (host, mode, html) => {
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  roots.push(root);
  return root;
};
const story = attach(document.querySelector('gazette-story'), 'open',
  '<p>The guests of Kim Jong-un stood in the rain.</p><gazette-quote></gazette-quote>');
attach(story.querySelector('gazette-quote'), 'closed',
  '<p>We thank Vladimir Putin, the band leader of Kim Jong-un said.</p>');
</script></body></html>`,
};

/** A page whose story stands in a frame of its own origin. */
export const FRAMED = {
  url: 'http://gazette.example.org/world/2024/06/20/life-frames',
  html: `${HEAD}<body><h1>Visit ends</h1>
<p id="light">The plane of Vladimir Putin left in the evening, hours later than planned.</p>
<iframe width="640" height="300" srcdoc="&lt;p lang=en&gt;Vladimir Putin met Kim Jong-un.&lt;/p&gt;&lt;p&gt;They signed.&lt;/p&gt;"></iframe>
<script>${SPLIT}</script></body></html>`,
};

export const ROOTED_WORDS = ['Kim Jong-un', 'Kim Jong-un', 'Vladimir Putin', 'Vladimir Putin'];
export const FRAMED_WORDS = ['Kim Jong-un', 'Vladimir Putin', 'Vladimir Putin'];

/** What of ours is on a page, in all its trees. */
export interface Traces {
  /** Painted by either painter, sorted. */
  readonly words: readonly string[];
  readonly entries: number;
  readonly sheets: number;
  readonly cards: number;
}
const NOTHING: Traces = { words: [], entries: 0, sheets: 0, cards: 0 };

interface Kept {
  roots?: ShadowRoot[];
  held?: { node: Text; data: string }[];
}

export function tracesOn(page: Page): Promise<Traces> {
  return page.evaluate(() => {
    const { roots = [] } = globalThis as unknown as Kept;
    const views = [window, ...[...document.querySelectorAll('iframe')].map((f) => f.contentWindow)];
    const words: string[] = [];
    const seen = { entries: 0, sheets: 0, cards: 0 };
    for (const view of views as (typeof window)[]) {
      const registry = (view as unknown as { CSS: typeof CSS }).CSS.highlights;
      for (const [name, highlight] of registry as unknown as Map<string, Set<Range>>) {
        if (name.includes('bakteppe')) seen.entries++;
        if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
        words.push(...[...highlight].map(String));
      }
    }
    for (const tree of [...(views as (typeof window)[]).map((view) => view.document), ...roots]) {
      seen.sheets += tree.adoptedStyleSheets.length;
      seen.cards += tree.querySelectorAll('bakteppe-card').length;
      for (const mark of tree.querySelectorAll('[data-bakteppe]')) words.push(mark.textContent);
    }
    return { words: words.sort(), ...seen };
  });
}

/** In a hook too, where `expect.poll` is none's. */
const soon = (look: () => Promise<void>): Promise<void> =>
  vi.waitFor(look, { timeout: 15_000, interval: 100 });

/** Wait until exactly these words are painted, whoever paints. */
export async function waitForAll(page: Page, words: readonly string[]): Promise<void> {
  await soon(async () => expect((await tracesOn(page)).words, page.url()).toEqual(words));
}

/** No entry, sheet or element of ours, seen or unseen, in any tree of the page. */
export async function waitForNothing(page: Page): Promise<void> {
  await soon(async () => expect(await tracesOn(page), page.url()).toEqual(NOTHING));
}

/** Hold on to each text node, as a framework does. */
export async function holdTexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = globalThis as unknown as Kept;
    const nodes: Text[] = [];
    for (const tree of [document, ...(kept.roots ?? [])]) {
      const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) nodes.push(texts.currentNode as Text);
    }
    kept.held = nodes.map((node) => ({ node, data: node.data }));
  });
}

/** The page has its text nodes, with the words they had, and no others. */
export async function expectWhole(page: Page): Promise<void> {
  const { lost, nodes, held } = await page.evaluate(() => {
    const { held: all = [], roots = [] } = globalThis as unknown as Kept;
    let count = 0;
    for (const tree of [document, ...roots]) {
      const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) count++;
    }
    const changed = all.filter(({ node, data }) => !node.isConnected || node.data !== data);
    return {
      lost: changed.map(({ node, data }) => `${data} → ${node.isConnected ? node.data : 'gone'}`),
      nodes: count,
      held: all.length,
    };
  });
  expect(lost, page.url()).toEqual([]);
  expect(nodes, page.url()).toBe(held);
}
