/** Our own pages, opened as tabs of their own. */
import { keepAsked } from './asked-text.ts';
import { browser } from './browser.ts';
import { PANEL_PAGE } from './side-panel.ts';

type Path = Parameters<typeof browser.runtime.getURL>[0];

async function open(path: Path): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

export function openWelcome(): Promise<void> {
  return open('/welcome.html');
}

/** The facts about what the text names, or that it names nothing we know. */
export async function openFacts(text: string): Promise<void> {
  await open(`/${PANEL_PAGE}?${new URLSearchParams({ asked: await keepAsked(text) })}`);
}
