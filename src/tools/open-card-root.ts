/**
 * Hands the card's closed root to the page under test as if it were open, so that
 * a test can measure inside it. Only a driver of the browser can do this.
 */
import type { Page } from 'puppeteer-core';
import type { Family } from './browsers.ts';
import { bidiOf } from './watch-card.ts';

/** From now on `document.querySelector('bakteppe-card').shadowRoot` answers. @throws if there is no card. */
export async function openCardRoot(page: Page, family: Family): Promise<void> {
  await (family === 'chromium' ? openRootByCdp(page) : openRootByBidi(page));
}

const HAND_OVER = `function (root) {
  Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true });
}`;

async function openRootByCdp(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  interface DomNode {
    readonly nodeName: string;
    readonly backendNodeId: number;
    readonly children?: readonly DomNode[];
    readonly shadowRoots?: readonly DomNode[];
  }
  const find = (node: DomNode): DomNode | undefined =>
    node.nodeName === 'BAKTEPPE-CARD' ? node : node.children?.map(find).find(Boolean);
  const host = find(root as unknown as DomNode);
  const inner = host?.shadowRoots?.[0];
  if (!host || !inner) throw new Error('no card host with a root');
  const resolve = async (backendNodeId: number): Promise<string> => {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    return object.objectId ?? '';
  };
  await session.send('Runtime.callFunctionOn', {
    objectId: await resolve(host.backendNodeId),
    functionDeclaration: HAND_OVER,
    arguments: [{ objectId: await resolve(inner.backendNodeId) }],
  });
  await session.detach();
}

async function openRootByBidi(page: Page): Promise<void> {
  const { bidi, context } = bidiOf(page);
  const { result } = await bidi.send('browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: 'bakteppe-card' },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  interface Shared {
    readonly sharedId: string;
    readonly value: { readonly shadowRoot: { readonly sharedId: string } };
  }
  const [host] = (result as { nodes: Shared[] }).nodes;
  if (!host) throw new Error('no card host');
  await bidi.send('script.callFunction', {
    functionDeclaration: HAND_OVER,
    this: { sharedId: host.sharedId },
    arguments: [{ sharedId: host.value.shadowRoot.sharedId }],
    target: { context },
    awaitPromise: false,
  });
}
