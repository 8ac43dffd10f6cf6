import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../support/openHouse.ts';
import { reportCall } from '../../support/reportCall.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { pointerEvents, watchPointer } from './countedKeys.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

const NUMBER = '0241-00-8888';

describe('somebody telephones for the first time, by keyboard alone', () => {
  const screens = withScreens();
  let house: House;
  let desk: Page;

  beforeAll(async () => {
    house = screens.house;
    await house.signIn({ role: 'operator', login: 'desk' });
    desk = await screens.openDesk('desk');
    await watchPointer(desk);
  });

  it('a number nobody has: said so, and F3 leads to the search', async () => {
    await reportCall(house, { id: 'call-1', number: NUMBER, operator: 'desk' });
    await desk.locator('.screenPop', { hasText: '登録のない番号' }).waitFor();
    await desk.keyboard.press('F3');
    await desk.locator('.popPeople').waitFor({ state: 'attached' });
    await desk.keyboard.type('舟窪');
    await desk.locator('.comboNote:visible', { hasText: '見つかりません' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('registered in the same call: the number and the name stand there already', async () => {
    await desk.keyboard.press('Shift+F1');
    const form = desk.locator('.riderForm');
    await form.waitFor();
    expect(await form.locator('input').first().inputValue()).toBe('舟窪');
    expect(await form.getByLabel('電話', { exact: true }).inputValue()).toBe(NUMBER);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('Tab');
    for (const text of ['ふなくぼ', '清三', 'せいぞう', '昭15']) {
      await desk.keyboard.press('Control+A');
      await desk.keyboard.insertText(text);
      await desk.keyboard.press('Tab');
    }
    const hamlet = house.town.region.places.find(({ kind }) => kind === 'hamlet')!.name;
    await desk.keyboard.insertText(hamlet);
    await takeMatch(desk, hamlet);
    await desk.keyboard.press('Enter');
    await desk.locator('.riderName', { hasText: '舟窪 清三' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('and booked: from home to the office, there by eleven', async () => {
    await takeMatch(desk, '自宅');
    await desk.keyboard.type(house.town.region.places[0]!.name);
    await takeMatch(desk, house.town.region.places[0]!.name);
    await desk.keyboard.type('13時の予約');
    await desk.keyboard.press('Enter');
    await desk.locator('.readAloud').waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    const administrator = await house.signIn({ role: 'administrator' });
    const { body } = await administrator.get(`/api/v1/rides?day=${TOWN_DAY}`);
    expect(
      body.rides.map((ride: { riderName: string; status: string }) => [ride.riderName, ride.status]),
    ).toEqual([['舟窪 清三', 'assigned']]);
  });

  it('a withheld number: nothing is known, F3 leads to the search', async () => {
    await desk.keyboard.press('Enter');
    await reportCall(house, { id: 'call-2', operator: 'desk' });
    await desk.locator('.screenPop', { hasText: '非通知' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('F3');
    await desk.locator('[role="combobox"]:focus').waitFor();
  });

  it('the whole way: no mouse, nothing the browser complained about', async () => {
    expect(await pointerEvents(desk)).toBe(0);
    expect(screens.complaints).toEqual([]);
  });
});
