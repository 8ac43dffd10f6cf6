import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstLoadBytes } from '../../support/buildScreens.ts';
import type { House } from '../../support/openHouse.ts';
import { axeFindings, signInByKeys } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('a call at the desk that does not go smoothly', () => {
  const screens = withScreens();
  let house: House;
  let desk: Page;

  beforeAll(async () => {
    house = screens.house;
    await house.signIn({ role: 'operator', login: 'desk' });
    await house.signIn({ role: 'municipality', login: 'town', municipalities: ['07202'] });
    desk = await screens.openDesk('desk');
  });

  const field = (label: string) => desk.getByLabel(label, { exact: false }).first();
  const when = () => desk.locator('.whenTime input');
  const person = () => {
    const { familyName, givenName } = house.town.people[0]!;
    return `${familyName} ${givenName}`;
  };

  it('first load: at most 300 kB of script, compressed; the map comes later', () => {
    const bytes = firstLoadBytes(screens.folder, 'desk');
    console.log(`desk, script of the first load, compressed: ${Math.round(bytes / 1000)} kB (bar: 300 kB)`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(300_000);
  });

  it('Find times on an empty form: each problem beside its field, the caret in the first one', async () => {
    await desk.locator('.bookingActions .button-main').click();
    expect(await desk.locator('.fieldError').count()).toBe(4);
    await expect.poll(() => desk.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('Enter and arrows while the input method composes: neither chooses nor sends', async () => {
    const keyboard = await desk.context().newCDPSession(desk);
    await desk.keyboard.press('F2');
    await keyboard.send('Input.imeSetComposition', { text: person(), selectionStart: 0, selectionEnd: 0 });
    await desk.locator('.comboItem').first().waitFor();
    for (const key of ['ArrowDown', 'Enter']) {
      const event = { key, code: key, windowsVirtualKeyCode: 229 };
      await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    }
    expect(await desk.locator('.riderName').count()).toBe(0);
    expect(await desk.locator('.comboItem').first().getAttribute('aria-selected')).toBe('true');
    await keyboard.send('Input.insertText', { text: person() });
    await takeMatch(desk, person());
    await desk.locator('.riderName').waitFor();
  });

  it('a time in the past: told beside the time, everything else stays', async () => {
    await takeMatch(desk, '自宅');
    await desk.keyboard.type(house.town.region.places[0]!.name);
    await takeMatch(desk, house.town.region.places[0]!.name);
    // The clock of the house stands at eight in the morning.
    await desk.keyboard.type('6時半');
    await desk.keyboard.press('Enter');
    await desk.locator('.whenTime .fieldError').waitFor();
    expect(await field('どこまで').inputValue()).toBe(house.town.region.places[0]!.name);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the server is away: the form says so, keeps all, and asks by itself when it is back', async () => {
    await desk.keyboard.press('f');
    await desk.keyboard.type('11');
    await desk.context().setOffline(true);
    await desk.keyboard.press('Enter');
    await desk.locator('.answerNotice').waitFor();
    expect(await desk.locator('.answerNotice').textContent()).toContain('つながりません');
    expect(await axeFindings(desk)).toEqual([]);
    await desk.context().setOffline(false);
    await desk.locator('.readAloud').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('Escape from the offers: back in the time field, the offers are gone', async () => {
    await desk.keyboard.press('Escape');
    expect(await desk.locator('.offerRow').count()).toBe(0);
    await expect.poll(() => desk.evaluate('document.activeElement.value')).toBe('11');
  });

  it('the page is loaded again: the unfinished booking is still there', async () => {
    await desk.reload();
    await desk.locator('.riderName').waitFor();
    expect(await when().inputValue()).toBe('11');
  });

  it('in English at 200 % zoom: every word is switched, nothing hangs out sideways', async () => {
    await desk.setViewportSize({ width: 640, height: 400 });
    await desk.locator('.deskWho').click();
    await desk.getByRole('button', { name: 'English' }).click();
    await desk.getByRole('button', { name: 'Find times' }).waitFor();
    expect(await desk.evaluate('document.documentElement.lang')).toBe('en');
    expect(await desk.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(640);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the session ends in the middle: sign in again, and the call goes on', async () => {
    await when().fill('12');
    await desk.context().clearCookies();
    await desk.keyboard.press('Enter');
    await desk.locator('.signInNote').waitFor();
    await signInByKeys(desk, 'desk');
    await desk.locator('.riderName').waitFor();
    expect(await when().inputValue()).toBe('12');
  });

  it('a town office: sees the board, has no booking form', async () => {
    const page = await screens.open('/desk/');
    await signInByKeys(page, 'town');
    await page.locator('.board').waitFor();
    expect(await page.locator('.bookingForm').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
