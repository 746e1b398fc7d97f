/**
 * Watches a page as a reader would: what is painted, pointing at words, what the
 * card says. For the demo, the pictures and the tests, alike in both browsers.
 */
import type { Page } from 'puppeteer-core';
import type { EntityId } from '../core/model.ts';
import type { Family } from './browsers.ts';

export interface Painted {
  readonly entity: string;
  readonly text: string;
}

/** The painted mentions in document order, as `CSS.highlights` holds them. */
export function painted(page: Page): Promise<Painted[]> {
  return page.evaluate(() => {
    const all: { entity: string; range: AbstractRange }[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
      for (const range of highlight) all.push({ entity: name.slice('bakteppe-'.length), range });
    }
    const order = (a: Range, b: Range) => a.compareBoundaryPoints(Range.START_TO_START, b);
    return all
      .sort((a, b) => order(a.range as Range, b.range as Range))
      .map(({ entity, range }) => ({ entity, text: String(range) }));
  });
}

/** Wait until this many mentions are painted; without a number, until any is. */
export async function waitForPainted(page: Page, count?: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      let found = 0;
      for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
        if (name.startsWith('bakteppe-') && name !== 'bakteppe-active') found += highlight.size;
      }
      return wanted === null ? found > 0 : found === wanted;
    },
    { timeout: 15_000, polling: 50 },
    count ?? null,
  );
}

/** The middle of the nth mention of an entity, scrolled into view, in viewport px. */
export async function pointOn(
  page: Page,
  entity: EntityId,
  nth = 0,
): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (id, at) => {
      const highlight = CSS.highlights.get(`bakteppe-${id}`) as unknown as Set<Range>;
      const range = [...highlight].sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))[
        at
      ];
      if (!range) throw new Error(`no mention ${at} of ${id}`);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rect = range.getClientRects()[0];
      if (!rect) throw new Error('the mention has no place on the screen');
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    },
    entity,
    nth,
  );
}

/** Move onto a mention as a hand does, slowing down, and wait for its card. */
export async function hover(page: Page, entity: EntityId, nth = 0): Promise<void> {
  const { x, y } = await pointOn(page, entity, nth);
  await page.mouse.move(x + 40, y + 120);
  await page.mouse.move(x, y, { steps: 12 });
  await page.mouse.move(x + 1, y);
  await waitForCard(page, true);
}

export async function waitForCard(page: Page, isOpen: boolean): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const card = document.querySelector('bakteppe-card');
      return (card?.matches(':popover-open') ?? false) === wanted;
    },
    { timeout: 10_000, polling: 50 },
    isOpen,
  );
}

export function cardIsOpen(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('bakteppe-card')?.matches(':popover-open') ?? false,
  );
}

export interface CardSeen {
  /** Accessible name of the dialog. */
  readonly name: string;
  /** All its text in reading order, one line a piece. */
  readonly text: string;
}

/**
 * The card as assistive technology is told of it; its shadow root is closed, so
 * there is no other way in. Chromium gives the accessibility tree; Firefox
 * serialises closed roots over WebDriver BiDi.
 */
export async function readCard(page: Page, family: Family): Promise<CardSeen> {
  return family === 'chromium' ? readCardFromTree(page) : readCardFromBidi(page);
}

interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

async function readCardFromTree(page: Page): Promise<CardSeen> {
  const session = await page.createCDPSession();
  const answer = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly TreeNode[];
  };
  await session.detach();
  const byId = new Map(answer.nodes.map((node) => [node.nodeId, node]));
  const dialog = answer.nodes.find((node) => node.role?.value === 'dialog' && !node.ignored);
  if (!dialog) throw new Error('no dialog in the accessibility tree');
  const pieces: string[] = [];
  const walk = (node: TreeNode | undefined): void => {
    if (node?.role?.value === 'StaticText') pieces.push(node.name?.value ?? '');
    else for (const id of node?.childIds ?? []) walk(byId.get(id));
  };
  walk(dialog);
  return { name: dialog.name?.value ?? '', text: pieces.join('\n') };
}

interface BidiNode {
  readonly value?: {
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

async function readCardFromBidi(page: Page): Promise<CardSeen> {
  // Puppeteer keeps its BiDi connection to itself; locating nodes is not in its API.
  const driver = page.browser() as unknown as {
    connection: {
      send(method: string, params: object): Promise<{ result: { nodes: BidiNode[] } }>;
    };
  };
  const { result } = await driver.connection.send('browsingContext.locateNodes', {
    context: (page.mainFrame() as unknown as { _id: string })._id,
    locator: { type: 'css', value: 'bakteppe-card' },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 },
  });
  const { nodes } = result;
  const dialog = nodes[0]?.value?.shadowRoot?.value?.children?.[0];
  if (dialog?.value?.attributes?.role !== 'dialog') throw new Error('the card holds no dialog');
  const pieces: string[] = [];
  const walk = ({ value }: BidiNode): void => {
    if (value?.nodeValue) pieces.push(value.nodeValue);
    value?.children?.forEach(walk);
  };
  walk(dialog);
  return { name: dialog.value.attributes['aria-label'] ?? '', text: pieces.join('\n') };
}
