/** Code run in the isolated world of our scripts on a page, where the page cannot see it (Chromium). */
import type { Page } from 'puppeteer-core';

export interface OurWorld {
  /** Evaluate an expression there; its value, which JSON can hold. */
  evaluate(expression: string): Promise<unknown>;
  /** How often the browser has laid out the page so far. */
  layouts(): Promise<number>;
}

/** The world of our scripts on the page as it is loaded now. @throws when none of ours runs there. */
export async function ourWorld(page: Page, origin: string): Promise<OurWorld> {
  const session = await page.createCDPSession();
  let id: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin && context.auxData?.type === 'isolated') id = context.id;
  });
  await session.send('Runtime.enable');
  await session.send('Performance.enable');
  if (id === undefined) throw new Error(`no script of ${origin} on ${page.url()}`);
  const contextId = id;
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        ...{ expression, contextId, awaitPromise: true, returnByValue: true },
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
    async layouts() {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
    },
  };
}
