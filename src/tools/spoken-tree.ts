/**
 * What a screen reader is given of a page: Chromium's accessibility tree through its
 * developer tools, Firefox's through its own accessibility service, in one vocabulary.
 */
import type { Page } from 'puppeteer-core';
import { type AxNode, axTree } from './ax-tree.ts';
import type { Family } from './browsers.ts';
import { evaluateInWindow } from './press-command.ts';

export interface Spoken {
  readonly role: 'dialog' | 'status' | 'text' | 'control' | 'other';
  readonly name: string;
  /** How deep in the tree. */
  readonly depth: number;
  /** "polite", "assertive", or empty. */
  readonly live: string;
  /** On the screen, in px of one scale; undefined for what has no place. */
  readonly box: Box | undefined;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The tree in reading order, what screen readers skip left out. */
export async function spokenTree(page: Page, family: Family): Promise<readonly Spoken[]> {
  return family === 'chromium' ? fromChromium(page) : fromFirefox(page);
}

/** What stands in the first node that is of a role: all nodes below it. */
export function below(tree: readonly Spoken[], role: Spoken['role']): readonly Spoken[] {
  const at = tree.findIndex((node) => node.role === role);
  const depth = tree[at]?.depth ?? 0;
  const end = tree.findIndex((node, index) => index > at && node.depth <= depth);
  return at < 0 ? [] : tree.slice(at + 1, end < 0 ? undefined : end);
}

async function fromChromium(page: Page): Promise<Spoken[]> {
  const session = await page.createCDPSession();
  const tree: Spoken[] = [];
  try {
    const nodes = await axTree(session);
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const boxOf = async (backendNodeId: number | undefined): Promise<Box | undefined> => {
      if (backendNodeId === undefined) return undefined;
      const { quads } = await session
        .send('DOM.getContentQuads', { backendNodeId })
        .catch(() => ({ quads: [] as number[][] }));
      return around(quads);
    };
    const walk = async (node: AxNode | undefined, depth: number): Promise<void> => {
      if (!node) return;
      const role = roleOf(node.role?.value);
      if (!node.ignored) {
        const live = node.properties?.find(({ name }) => name === 'live')?.value.value;
        tree.push({
          role,
          name: node.name?.value ?? '',
          depth,
          live: typeof live === 'string' ? live : '',
          box: isLeaf(role) ? await boxOf(node.backendDOMNodeId) : undefined,
        });
      }
      if (isLeaf(role)) return;
      const inner = node.ignored ? depth : depth + 1;
      for (const id of node.childIds ?? []) await walk(byId.get(id), inner);
    };
    await walk(nodes[0], 0);
  } finally {
    await session.detach();
  }
  return tree;
}

function around(quads: readonly (readonly number[])[]): Box | undefined {
  const points = quads.flat();
  if (points.length === 0) return undefined;
  const [xs, ys] = [0, 1].map((axis) => points.filter((_value, at) => at % 2 === axis));
  const [x, y] = [Math.min(...(xs ?? [])), Math.min(...(ys ?? []))];
  return { x, y, width: Math.max(...(xs ?? [])) - x, height: Math.max(...(ys ?? [])) - y };
}

async function fromFirefox(page: Page): Promise<Spoken[]> {
  const answer = await evaluateInWindow(page.browser(), FIREFOX_TREE);
  const nodes = JSON.parse(answer as string) as (Omit<Spoken, 'role'> & { role: string })[];
  return nodes.map((node) => ({ ...node, role: roleOf(node.role) }));
}

/** The document's accessibles come from its process a moment after the service starts. */
const FIREFOX_TREE = `(async () => {
  const { classes, interfaces } = Components;
  const service = classes['@mozilla.org/accessibilityService;1'].getService(
    interfaces.nsIAccessibilityService,
  );
  window.keptAccessibility = service;
  const tree = [];
  const ask = (read) => { try { return read() ?? ''; } catch { return ''; } };
  const walk = (node, depth) => {
    const [x, y, width, height] = [{}, {}, {}, {}];
    ask(() => node.getBounds(x, y, width, height));
    tree.push({
      role: service.getStringRole(node.role),
      name: ask(() => node.name),
      depth,
      live: ask(() => node.attributes.getStringProperty('live')),
      box: { x: x.value, y: y.value, width: width.value, height: height.value },
    });
    if (/button|combobox$/.test(service.getStringRole(node.role))) return;
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child, depth + 1);
  };
  const root = service.getAccessibleFor(gBrowser.selectedBrowser);
  if (root) walk(root, 0);
  return JSON.stringify(tree);
})()`;

/** What stands in it needs no place of its own. */
function isLeaf(role: Spoken['role']): boolean {
  return role === 'text' || role === 'control';
}

function roleOf(name: string | undefined): Spoken['role'] {
  switch (name) {
    case 'dialog':
      return 'dialog';
    case 'status':
    case 'statusbar':
      return 'status';
    case 'StaticText':
    case 'text leaf':
      return 'text';
    case 'button':
    case 'pushbutton':
    case 'toggle button':
    case 'combobox':
      return 'control';
    default:
      return 'other';
  }
}
