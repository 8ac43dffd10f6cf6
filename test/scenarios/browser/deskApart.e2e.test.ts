import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { Person } from '../../../backend/domain/person/person.ts';
import { bookFromHome } from '../../support/bookFromHome.ts';
import { deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

const REASON = '以前に言い争いがあった';

describe('who is kept apart, written down on the card', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;
  let other: Person;

  beforeAll(async () => {
    house = screens.house;
    other = house.town.people.find(({ familyName }) => familyName !== '遠藤')!;
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '佐藤' });
    await house.signIn({ role: 'operator', login: 'rings', displayName: '鈴木' });
    desk = await screens.openDesk('plans');
  });

  const card = () => desk.locator('.apartPart');
  const lines = () => card().locator('.apartList > li');
  async function openCard(page: Page): Promise<void> {
    await page.keyboard.press('F2');
    await page.keyboard.type('ハル');
    await takeMatch(page, 'ハル');
    await page.locator('.proxyChoice').waitFor();
  }
  const kept = () => house.store.read(SYSTEM_SCOPE, ({ apartPairs }) => apartPairs.listOf(haruOf(house).id));

  it('the dispatcher’s card: nobody is kept apart, and nothing is written down without another person and a reason', async () => {
    await desk.keyboard.press('F9');
    await openCard(desk);
    await card().getByText('登録はありません。').waitFor();
    await desk.getByRole('button', { name: '同乗を避ける方を登録する' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.apartForm').waitFor();
    await desk.getByLabel('わけ（短く）').focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.apartForm .fieldError').nth(1).waitFor();
    await desk.locator('.apartForm input[role="combobox"]:focus').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('another rider, by keyboard: written down, and shown with the reason', async () => {
    await desk.keyboard.type(other.familyKana + other.givenKana);
    await takeMatch(desk, other.givenName);
    await desk.getByLabel('わけ（短く）').focus();
    await desk.keyboard.type(REASON);
    await desk.keyboard.press('Enter');
    await lines().filter({ hasText: REASON }).waitFor();
    await card().getByText('これからの配車では一緒になりません').waitFor();
    expect(await lines().count()).toBe(1);
    expect((await kept()).map(({ from }) => from)).toEqual([{ kind: 'rider', personId: other.id }]);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('a driver who has the rider aboard already: from the list of those on shifts', async () => {
    const ride = await bookFromHome(house, { personId: haruOf(house).id });
    const shift = await house.store.read(SYSTEM_SCOPE, ({ fleet }) => fleet.findShift(ride.shiftId!));
    await desk.getByRole('button', { name: '同乗を避ける方を登録する' }).press('Enter');
    await desk.getByLabel('運転手', { exact: true }).check();
    await desk.getByLabel('運転手の名前').focus();
    await desk.keyboard.type(shift!.driverName);
    await takeMatch(desk, shift!.driverName);
    await desk.getByLabel('わけ（短く）').fill(REASON);
    await desk.keyboard.press('Enter');
    await lines().nth(1).waitFor();
    await card().getByText('お約束のまま分けました').waitFor();
    const after = await house.store.read(SYSTEM_SCOPE, ({ rides }) => rides.find(ride.id));
    expect(after!.shiftId).not.toBe(ride.shiftId);
  });

  it('ended, and taken back by the key beside it: stands as before', async () => {
    await lines().first().getByRole('button').press('Enter');
    await expect.poll(() => lines().count()).toBe(1);
    await desk.locator('.toast button').press('Enter');
    await expect.poll(() => lines().count()).toBe(2);
    expect(await kept()).toHaveLength(2);
  });

  it('the phone desk opens the same card: nothing of it is there', async () => {
    const phone = await screens.openDesk('rings');
    await openCard(phone);
    await phone.locator('.cardRides').first().waitFor();
    expect(await phone.locator('.apartPart').count()).toBe(0);
    expect(await phone.locator('body').textContent()).not.toContain(REASON);
    expect(screens.complaints).toEqual([]);
  });
});
