/** The welcome page that a new profile opens: found among the browser's tabs, alike in both families. */
import type { Browser as Driver, Page } from 'puppeteer-core';

/** It comes within half a second; one that starts five browsers at once took over fifteen, in ms. */
const PATIENCE_MS = 60_000;
const EVERY_MS = 50;

/** The page, once it is there. @throws when it does not come, with what came instead. */
export async function welcomeTab(driver: Driver, origin: string): Promise<Page> {
  const end = Date.now() + PATIENCE_MS;
  let seen: string[] = [];
  while (Date.now() < end) {
    seen = [];
    for (const page of await driver.pages()) {
      // Firefox tells no driver the address of an extension's page; the page knows it.
      const address = await page.evaluate(() => location.href).catch(String);
      if (address === `${origin}/welcome.html`) return page;
      seen.push(address);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw new Error(`The welcome page did not open; open are: ${seen.join(', ')}`);
}
