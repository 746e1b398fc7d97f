/** Chromium's accessibility tree, over the debugging protocol. */
import type { CDPSession } from 'puppeteer-core';

/** A node of it, as far as we ask. */
export interface AxNode {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[];
}

/** All nodes, the root first. */
export async function axTree(session: CDPSession): Promise<readonly AxNode[]> {
  const answer = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly AxNode[];
  };
  return answer.nodes;
}
