/** Asks inside the card's closed shadow root, which only a browser's own tools can enter. */
import type { Frame, Page } from 'puppeteer-core';
import type { Family } from './browsers.ts';

/**
 * Run a function, which may use nothing around it, on the root of the page's card or of the
 * frame's. @throws if there is no card host.
 */
export async function inCard<Value>(
  page: Page,
  family: Family,
  ask: (root: ShadowRoot) => Value,
  frame: Frame = page.mainFrame(),
): Promise<Value> {
  const source = `JSON.stringify((${ask})(root) ?? null)`;
  const { _id: context } = frame as unknown as { _id: string };
  const answer = await (family === 'chromium' ? askChromium : askFirefox)(page, source, context);
  return JSON.parse(answer) as Value;
}

/** What a reader's keys go to: the accessible name of the focused control, its role if it has none. */
export function focusedInCard(page: Page, family: Family): Promise<string | null> {
  return inCard(page, family, (root) => {
    const active = root.activeElement;
    const name = active?.getAttribute('aria-label') ?? active?.textContent;
    return active ? (active.getAttribute('role') ?? name ?? active.localName) : null;
  });
}

/** What the card's speaker has to say at the moment. */
export function said(page: Page, family: Family): Promise<string | null> {
  return inCard(
    page,
    family,
    (root) => root.querySelector('[role="status"]')?.textContent ?? null,
  ).catch(() => null);
}

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  /** Of the element that holds a frame, and of documents. */
  readonly frameId?: string;
  readonly contentDocument?: DomNode;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

async function askChromium(page: Page, source: string, context: string): Promise<string> {
  const session = await page.createCDPSession();
  try {
    const isPage = context === (page.mainFrame() as unknown as { _id: string })._id;
    const depth = isPage ? 2 : -1;
    const { root } = await session.send('DOM.getDocument', { depth, pierce: true });
    const html = (isPage ? root : documentOf(root, context))?.children?.find(
      ({ nodeName }) => nodeName === 'HTML',
    );
    const host = html?.children?.find(({ nodeName }) => nodeName === 'BAKTEPPE-CARD') as
      | DomNode
      | undefined;
    const backendNodeId = host?.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) throw new Error('no card host');
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function () { const root = this; return ${source}; }`,
      returnByValue: true,
    } as never);
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails.exception));
    return result.value as string;
  } finally {
    await session.detach();
  }
}

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** The document in the frame with this id, somewhere below the node. */
function documentOf(node: DomNode, frameId: string): DomNode | undefined {
  if (node.contentDocument && node.frameId === frameId) return node.contentDocument;
  const inner = [node.contentDocument, ...(node.children ?? []), ...(node.shadowRoots ?? [])];
  for (const below of inner) {
    const found = below && documentOf(below, frameId);
    if (found) return found;
  }
  return undefined;
}

async function askFirefox(page: Page, source: string, context: string): Promise<string> {
  const { connection: bidi } = page.browser() as unknown as { connection: Bidi };
  const located = await bidi.send('browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: 'bakteppe-card' },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const { nodes } = located.result as {
    nodes: { value?: { shadowRoot?: { sharedId?: string } | null } }[];
  };
  const sharedId = nodes[0]?.value?.shadowRoot?.sharedId;
  if (sharedId === undefined) throw new Error('no card host');
  const { result } = await bidi.send('script.callFunction', {
    functionDeclaration: `(root) => ${source}`,
    arguments: [{ sharedId }],
    target: { context },
    awaitPromise: false,
  });
  const answer = result as { result?: { value: string }; exceptionDetails?: { text: string } };
  if (!answer.result) throw new Error(answer.exceptionDetails?.text);
  return answer.result.value;
}
