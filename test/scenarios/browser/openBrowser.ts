import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

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

/** The built screens in a folder of their own, so that nobody else's build gets in between. */
export async function buildScreens(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ainori-pages-'));
  // The test runner's own environment would build the slow, talkative kind of pages that nobody is served.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } }).finally(() => {
    process.env.NODE_ENV = NODE_ENV;
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Bytes of script, compressed, that a page loads before it can be used; lazily loaded parts are not among them. */
export function firstLoadBytes(folder: string, page: string): number {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) =>
    join(folder, page, path ?? ''),
  );
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}

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
