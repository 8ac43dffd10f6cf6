import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const require = createRequire(import.meta.url);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A page of its own session that remembers what the browser complained about. */
export async function openPage(
  browser: Browser,
  address: string,
  viewport = { width: 1280, height: 800 },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Refusals (nobody signed in yet) and a network that was cut on purpose are logged too, but nothing is wrong.
    if (message.type() === 'error' && !/^Failed to load resource|net::ERR_/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  await page.goto(address);
  return { page, complaints };
}

/** Signs in by the form, with keys only. */
export async function signInByKeys(page: Page, login: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').waitFor();
  await page.locator('input[autocomplete="username"]').focus();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type('secret');
  await page.keyboard.press('Enter');
}

/** What axe finds on the page as it stands: rule and element, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Run inside the page, where its content security policy allows no script element of ours.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(
    `axe.run(document).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
  );
}

/** What sticks out of the page at the side with text of twice the size, as class names; empty when nothing does. */
export function cutOffAtTwice(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const root = document.documentElement;
    root.style.fontSize = '200%';
    const sticksOut = (part) => part.getBoundingClientRect().right > root.clientWidth + 0.5;
    const found = [...document.querySelectorAll('body *')].filter((part) => !part.closest('.visuallyHidden') && sticksOut(part));
    root.style.fontSize = '';
    return found.map((part) => part.tagName + '.' + part.className);
  })()`);
}

/** Letters of twice the size, as somebody sets them in the browser: what goes by them, such as the layout, follows. */
export async function setLargeLetters(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

/** Texts inside `place` that take more than one line, or stick out of it; empty where each stays on its line. */
export function brokenLines(page: Page, place: string): Promise<readonly string[]> {
  return page.evaluate<
    readonly string[]
  >(`[...document.querySelectorAll(${JSON.stringify(place)})].flatMap((box) => {
    const room = box.getBoundingClientRect();
    return [...box.querySelectorAll('*')].filter((part) => {
      if (part.closest('.visuallyHidden')) return false;
      const { top, bottom, left, right, height } = part.getBoundingClientRect();
      const isOut = top < room.top - 0.5 || bottom > room.bottom + 0.5 || left < room.left - 0.5 || right > room.right + 0.5;
      return isOut || height > 1.9 * parseFloat(getComputedStyle(part).fontSize);
    }).map((part) => part.className + ': ' + part.textContent);
  })`);
}
