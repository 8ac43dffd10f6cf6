import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { bookFromHome } from '../../support/bookFromHome.ts';
import { deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { markLastRide } from './markLastRide.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('a ride is changed from where it is seen, by keyboard', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let ride: Ride;

  beforeAll(async () => {
    house = screens.house;
    ride = await bookFromHome(house, { personId: haruOf(house).id });
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '鈴木' });
    const municipalities = [haruOf(house).municipality];
    await house.signIn({ role: 'municipality', login: 'town', displayName: '役場', municipalities });
  });

  const focused = (page: Page) => page.evaluate('document.activeElement.value');
  /** The only ride of the day is marked in the list, which has the keyboard. */
  async function markInList(page: Page): Promise<void> {
    await page.keyboard.press('F4');
    await page.locator('.rideRows').focus();
    await page.keyboard.press('Home');
    await page.locator('.rideRow[aria-selected="true"]', { hasText: '遠藤 ハル' }).waitFor();
  }
  async function isChanging(page: Page): Promise<void> {
    await page.locator('.changeStrip', { hasText: 'この予約はそのままです' }).waitFor();
    expect(await focused(page)).toBe('11:00');
    expect(await page.locator('.deskBooking input').first().inputValue()).toBe('遠藤 ハル');
    await page.locator('.riderName', { hasText: '遠藤 ハル' }).waitFor();
  }

  it('from the list: C fills the form with it, the time marked, and leaving it changes nothing', async () => {
    const desk = await screens.openDesk('desk');
    await markInList(desk);
    await desk.locator('.rideCard button', { hasText: '予約を変える' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('c');
    await isChanging(desk);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('Shift+F10');
    await desk.locator('.changeStrip').waitFor({ state: 'detached' });
  });

  it('something is typed for somebody else: asked first, kept on a no, replaced on a yes', async () => {
    const desk = await screens.openDesk('desk');
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Control+A');
    await desk.keyboard.type('五郎');
    await takeMatch(desk, '五郎');
    const whenField = desk.getByRole('textbox', { name: 'いつ' });
    await whenField.fill('15');
    await markInList(desk);
    await desk.keyboard.press('c');
    const sheet = desk.locator('dialog[open]');
    await sheet.getByText('別の方の内容は消えます').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await sheet.getByRole('button', { name: '受付を続ける' }).press('Enter');
    await sheet.waitFor({ state: 'detached' });
    expect(await desk.locator('.changeStrip').count()).toBe(0);
    await desk.keyboard.press('F2');
    expect([await focused(desk), await whenField.inputValue()]).toEqual(['遠藤 五郎', '15']);
    await markInList(desk);
    await desk.keyboard.press('c');
    await sheet.getByRole('button', { name: '消して、予約を変える' }).press('Enter');
    await isChanging(desk);
  });

  it('from the board: the marked ride, and the desk comes into sight; twelve instead of eleven is booked', async () => {
    const desk = await screens.openDesk('plans');
    await desk.locator('.boardLine', { hasText: '1件' }).focus();
    await desk.keyboard.press('ArrowRight');
    await desk.locator('.rideCard', { hasText: '遠藤 ハル' }).waitFor();
    await desk.keyboard.press('c');
    await isChanging(desk);
    await desk.keyboard.type('12');
    await desk.keyboard.press('Enter');
    await desk.locator('.bookButton', { hasText: 'この時刻に変える' }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedTitle', { hasText: '予約を変えました' }).waitFor();
    const { body } = await (await house.signIn({ role: 'administrator' })).get(`/api/v1/rides/${ride.id}`);
    expect(body.replacedById).not.toBeNull();
  });

  it('the rider cannot be read: told on the card, tried again by a press; X asks about the cancel', async () => {
    const desk = await screens.openDesk('plans');
    await desk.route(/\/api\/v1\/people\/[^/]+$/, (route) => route.abort());
    await desk.locator('.boardLine', { hasText: '1件' }).focus();
    await desk.keyboard.press('ArrowRight');
    await desk.locator('.rideCard').waitFor();
    await desk.keyboard.press('c');
    await desk.locator('.rideCard .faultNotice').waitFor();
    expect(await desk.locator('.board').count()).toBe(1);
    await desk.keyboard.press('x');
    await desk.locator('dialog[open]', { hasText: '予約を取り消しますか' }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.unroute(/\/api\/v1\/people\/[^/]+$/);
    await desk.locator('.rideCard .faultNotice button').press('Enter');
    await desk.locator('.changeStrip').waitFor();
  });

  it('a town office looks on: nothing to change, and no letter does anything', async () => {
    const town = await screens.openDesk('town');
    await town.locator('.boardLegend', { hasText: '自分の市町村の予約だけ' }).waitFor();
    // It sees no stops: no sign of theirs is explained to it.
    expect(await town.locator('.boardLegend').textContent()).not.toMatch(/停車|お約束|遅れ|休憩/);
    await markLastRide(town);
    await town.keyboard.press('c');
    await town.keyboard.press('x');
    expect(await town.locator('.rideActs button').count()).toBe(0);
    expect(await town.locator('dialog[open]').count()).toBe(0);
    expect(screens.complaints.filter((text) => !text.includes('ERR_FAILED'))).toEqual([]);
  });
});
