/**
 * Looks for accessibility faults with axe-core: on a page of ours, and inside the
 * card's closed root, which axe is handed as if it were open.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Family } from './browsers.ts';
import { openCardRoot } from './open-card-root.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and what axe's makers hold for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules about whole pages: the card is a part of somebody else's. */
const NOT_OURS = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds on a page of ours: "rule: element: why", empty when nothing is wrong. */
export async function faultsOfPage(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate((tags) => {
    const { axe } = globalThis as unknown as {
      axe: { run(c: object, o: object): Promise<object> };
    };
    const only = { runOnly: { type: 'tag', values: tags } };
    return axe.run(document, only) as Promise<{ violations: Violation[] }>;
  }, TAGS);
  return listOf(violations.violations);
}

/** What axe finds inside the open card. */
export async function faultsOfCard(page: Page, family: Family): Promise<string[]> {
  await page.evaluate(AXE);
  await openCardRoot(page, family);
  const { violations } = await page.evaluate(
    (tags, off) => {
      const { axe } = globalThis as unknown as {
        axe: { run(c: object, o: object): Promise<object> };
      };
      const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
      const card = document.querySelector('bakteppe-card') as Element;
      return axe.run(card, { runOnly: { type: 'tag', values: tags }, rules }) as Promise<{
        violations: Violation[];
      }>;
    },
    TAGS,
    NOT_OURS,
  );
  return listOf(violations).filter((fault) => !fault.startsWith(AROUND_THE_CARD));
}

/**
 * Authors are to give a `<dialog>` no such role. Around the card it is one only for the browser, which
 * lets nothing else be used over a page's modal dialog; to a reader the card in it is the dialog.
 */
const AROUND_THE_CARD = 'aria-allowed-role: <dialog class="modal" role="group">';

function listOf(violations: readonly Violation[]): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 120)}: ${failureSummary}`),
  );
}
