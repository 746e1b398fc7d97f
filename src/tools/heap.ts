/**
 * What tabs and the worker hold in memory once the collector has been there: V8's own
 * figures, over the debugging protocol (Chromium). A tab's figure is its whole isolate:
 * the page's world and ours.
 */
import type { CDPSession, Browser as Driver, Page } from 'puppeteer-core';

export interface Held {
  /** Of the tabs' script heaps together. */
  readonly tabBytes: number;
  /** Of the background worker's; 0 while it sleeps. */
  readonly workerBytes: number;
  /** DOM nodes and listeners that are alive in the tabs, detached ones included. */
  readonly nodes: number;
  readonly listeners: number;
}

/** What these tabs and the extension's worker hold. */
export async function heldBy(driver: Driver, origin: string, tabs: readonly Page[]): Promise<Held> {
  const each = await Promise.all(tabs.map((tab) => inSession(() => tab.createCDPSession(), ofTab)));
  const sum = (key: keyof (typeof each)[number]): number =>
    each.reduce((total, held) => total + held[key], 0);
  return {
    tabBytes: sum('bytes'),
    workerBytes: await ofWorker(driver, origin),
    nodes: sum('nodes'),
    listeners: sum('listeners'),
  };
}

async function ofTab(session: CDPSession) {
  const bytes = await collected(session);
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes, nodes, listeners: jsEventListeners };
}

async function ofWorker(driver: Driver, origin: string): Promise<number> {
  const worker = driver
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
  return worker ? inSession(() => worker.createCDPSession(), collected) : 0;
}

async function collected(session: CDPSession): Promise<number> {
  // Twice: what the first round finalises is free only in the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function inSession<Value>(
  open: () => Promise<CDPSession>,
  ask: (session: CDPSession) => Promise<Value>,
): Promise<Value> {
  const session = await open();
  try {
    return await ask(session);
  } finally {
    await session.detach();
  }
}
