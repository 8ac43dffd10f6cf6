import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrontDoor } from '../../../backend/main/frontDoor.ts';
import { type StartedHouse, startHouse } from '../../support/startedHouse.ts';
import { withDatabase } from '../../support/withDatabase.ts';
import { axeFindings, launchBrowser, openPage } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';

/** Where each page says whether it is connected. */
const CONNECTED = '.connection-connected, .statusFeed-connected';

describe('kill -9 of the server with all pages open, and a start again', () => {
  const database = withDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'ainori-killed-'));
  const complaints: string[][] = [];
  let env: Record<string, string>;
  let server: StartedHouse;
  let browser: Browser;
  let address: string;
  const pages: Record<string, Page> = {};

  const start = async () => {
    server = startHouse(['--quiet', '--start-at', '09:00'], env);
    address = await server.ready;
  };

  async function open(login: string, path: string, width: number, height: number): Promise<Page> {
    const opened = await openPage(browser, `${address}${path}`, { width, height });
    complaints.push(opened.complaints);
    const { page } = opened;
    page.setDefaultTimeout(40_000);
    await page.locator('input[autocomplete="username"]').fill(login);
    await page.locator('input[autocomplete="current-password"]').fill(`ainori-${login}`);
    await page.keyboard.press('Enter');
    await page.locator(CONNECTED).first().waitFor();
    return page;
  }

  const typed = (page: Page) =>
    page.evaluate<string>(`[...document.querySelectorAll('input')].map(({ value }) => value).join('|')`);

  beforeAll(async () => {
    const door = await createFrontDoor('127.0.0.1', 0);
    const PORT = String(door.port);
    await door.close(100);
    env = { DATABASE_URL: database.url, AINORI_TRIAL: '1', PORT, AINORI_VAR: folder, AINORI_LOG: 'warn' };
    await start();
    browser = await launchBrowser();
    pages.desk = await open('operator', '/desk/', 1280, 800);
    pages.board = await open('dispatcher', '/desk/', 1280, 800);
    pages.clinic = await open('clinic', '/rider/', 1280, 800);
    pages.driver = await open('driver1', '/driver/', 600, 960);
  });
  afterAll(async () => {
    await browser?.close();
    server?.signal('SIGTERM');
    await server?.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('every page comes back by itself; what was typed is still there, and what was asked for is answered', async () => {
    const { desk, board } = pages as { desk: Page; board: Page };
    await desk.keyboard.press('F2');
    await desk.keyboard.type('さとう');
    await takeMatch(desk, '佐藤');
    await desk.locator('.riderName').waitFor();
    await desk.keyboard.press('0');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('えきまえ');
    await takeMatch(desk, '駅前');
    await desk.keyboard.type('あす14時半');
    await board.locator('.rideSearch input').fill('佐藤');
    const rows = await board.locator('.boardLine').count();
    const before = { desk: await typed(desk), board: await typed(board) };

    server.signal('SIGKILL');
    await server.ended;
    for (const page of Object.values(pages))
      await page.locator(CONNECTED).first().waitFor({ state: 'detached' });
    expect(await axeFindings(desk)).toEqual([]);
    expect(await axeFindings(board)).toEqual([]);
    await desk.keyboard.press('Enter');
    expect({ desk: await typed(desk), board: await typed(board) }).toEqual(before);

    await start();
    for (const page of Object.values(pages)) await page.locator(CONNECTED).first().waitFor();
    await desk.locator('.bookButton, .refusalBox').first().waitFor();
    expect({ desk: await typed(desk), board: await typed(board) }).toEqual(before);
    expect(await board.locator('.boardLine').count()).toBe(rows);
    for (const page of Object.values(pages)) expect(await axeFindings(page)).toEqual([]);
    // A line that cannot be opened is the browser's to complain about, not ours.
    expect(complaints.flat().filter((text) => !text.startsWith('WebSocket connection to'))).toEqual([]);
  });

  it('a page opened again afterwards: signed in as before', async () => {
    const { board } = pages as { board: Page };
    await board.reload();
    await board.locator('.boardLine').first().waitFor();
    await board.locator(CONNECTED).first().waitFor();
  });
});
