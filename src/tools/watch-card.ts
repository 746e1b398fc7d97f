/**
 * The open card as a reader and their assistive technology meet it: what it says,
 * and pressing its controls. Its shadow root is closed, so there is no other way
 * in. Chromium gives the accessibility tree; Firefox serialises closed roots over
 * WebDriver BiDi.
 */
import type { Page } from 'puppeteer-core';
import { type AxNode, axTree } from './ax-tree.ts';
import type { Family } from './browsers.ts';

export interface CardSeen {
  /** Accessible name of the dialog. */
  readonly name: string;
  /** All its text in reading order, one line a piece. */
  readonly text: string;
}

/** What the open card says. @throws if none is open. */
export async function readCard(page: Page, family: Family): Promise<CardSeen> {
  return family === 'chromium' ? readCardFromTree(page) : readCardFromBidi(page);
}

async function readCardFromTree(page: Page): Promise<CardSeen> {
  const session = await page.createCDPSession();
  const nodes = await axTree(session);
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const dialog = nodes.find((node) => node.role?.value === 'dialog' && !node.ignored);
  if (!dialog) throw new Error('no dialog in the accessibility tree');
  const pieces: string[] = [];
  const walk = (node: AxNode | undefined): void => {
    if (node?.role?.value === 'StaticText') pieces.push(node.name?.value ?? '');
    else for (const id of node?.childIds ?? []) walk(byId.get(id));
  };
  walk(dialog);
  return { name: dialog.name?.value ?? '', text: pieces.join('\n') };
}

interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Puppeteer keeps its BiDi connection to itself; locating nodes is not in its API. */
export function bidiOf(page: Page): { bidi: Bidi; context: string } {
  const { connection } = page.browser() as unknown as { connection: Bidi };
  return { bidi: connection, context: (page.mainFrame() as unknown as { _id: string })._id };
}

async function dialogFromBidi(page: Page): Promise<BidiNode> {
  const { bidi, context } = bidiOf(page);
  const { result } = await bidi.send('browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: 'bakteppe-card' },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 },
  });
  const { nodes } = result as { nodes: BidiNode[] };
  const find = (node: BidiNode | null | undefined): BidiNode | undefined =>
    node?.value?.attributes?.role === 'dialog'
      ? node
      : node?.value?.children?.map(find).find((found) => found !== undefined);
  const dialog = find(nodes[0]?.value?.shadowRoot);
  if (!dialog) throw new Error('the card holds no dialog');
  return dialog;
}

async function readCardFromBidi(page: Page): Promise<CardSeen> {
  const dialog = await dialogFromBidi(page);
  const pieces: string[] = [];
  const walk = ({ value }: BidiNode): void => {
    if (value?.nodeValue) pieces.push(value.nodeValue);
    value?.children?.forEach(walk);
  };
  walk(dialog);
  return { name: dialog.value?.attributes?.['aria-label'] ?? '', text: pieces.join('\n') };
}

/** Where the card's control with this accessible name is. @throws if there is none. */
export async function pointInCard(page: Page, family: Family, name: Name): Promise<Place> {
  const box = await (family === 'chromium' ? boxFromTree(page, name) : boxFromBidi(page, name));
  if (!box) throw new Error(`the card has no control "${name}"`);
  return box;
}

/** Press the card's control with this accessible name, as a pointer does. */
export async function pressInCard(page: Page, family: Family, name: Name): Promise<void> {
  const { x, y } = await pointInCard(page, family, name);
  await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.click(x, y);
}

/** A control's accessible name, or what it looks like. */
type Name = string | RegExp;

function isNamed(text: string | undefined, name: Name): boolean {
  return typeof name === 'string' ? text === name : name.test(text ?? '');
}

/** The middle of a control and its size, in viewport px. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Scroll the card's facts until the piece of text with these words is in sight (Chromium). */
export async function scrollCardTo(page: Page, words: string): Promise<void> {
  const session = await page.createCDPSession();
  const piece = (await axTree(session)).find(
    (node) => node.role?.value === 'StaticText' && node.name?.value.includes(words),
  );
  if (piece?.backendDOMNodeId === undefined) throw new Error(`the card does not say "${words}"`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: piece.backendDOMNodeId });
  await session.detach();
}

const CONTROLS = /^(button|combobox|menuitem|link|PopUpButton|MenuListPopup)$/i;

async function boxFromTree(page: Page, name: Name): Promise<Place | undefined> {
  const session = await page.createCDPSession();
  try {
    const control = (await axTree(session)).find(
      (node) => isNamed(node.name?.value, name) && CONTROLS.test(node.role?.value ?? ''),
    );
    if (control?.backendDOMNodeId === undefined) return undefined;
    const node = { backendNodeId: control.backendDOMNodeId };
    await session.send('DOM.scrollIntoViewIfNeeded', node);
    const { model } = await session.send('DOM.getBoxModel', node);
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    const place = { x: (left + right) / 2, y: (top + bottom) / 2 };
    return { ...place, width: right - left, height: bottom - top };
  } finally {
    await session.detach();
  }
}

async function boxFromBidi(page: Page, name: Name): Promise<Place | undefined> {
  const { bidi, context } = bidiOf(page);
  const isControl = ({ value }: BidiNode): boolean =>
    /^(button|select|a)$/.test(value?.localName ?? '') &&
    isNamed(value?.attributes?.['aria-label'] ?? textOf(value), name);
  const find = (node: BidiNode): BidiNode | undefined =>
    isControl(node) ? node : node.value?.children?.map(find).find((found) => found !== undefined);
  const control = find(await dialogFromBidi(page));
  if (!control?.sharedId) return undefined;
  const { result } = await bidi.send('script.callFunction', {
    functionDeclaration: `(element) => {
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return JSON.stringify({ x: x + width / 2, y: y + height / 2, width, height });
    }`,
    arguments: [{ sharedId: control.sharedId }],
    target: { context },
    awaitPromise: false,
  });
  const { result: answer } = result as { result: { value: string } };
  return JSON.parse(answer.value) as Place;
}

function textOf(value: BidiNode['value']): string {
  const children = value?.children ?? [];
  return (value?.nodeValue ?? '') + children.map((child) => textOf(child.value)).join('');
}
