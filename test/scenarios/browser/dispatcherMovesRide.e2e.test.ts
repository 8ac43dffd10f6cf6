import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movesAnswerSchema } from '../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { bookFirstOffer, bookFromHome } from '../../support/bookFromHome.ts';
import { deskTown, haruOf } from '../../support/deskTown.ts';
import type { HouseClient } from '../../support/houseClient.ts';
import { leaveBehind } from '../../support/leaveBehind.ts';
import type { House } from '../../support/openHouse.ts';
import { markLastRide } from './markLastRide.ts';
import { axeFindings, cutOffAtTwice } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

describe('a dispatcher moves a ride to another vehicle', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let planner: HouseClient;
  let ride: Ride;
  let hour = 11;

  beforeAll(async () => {
    house = screens.house;
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '鈴木' });
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    planner = await house.signIn({ role: 'dispatcher', displayName: '田中' });
    // Vehicles that are busy at that hour, all over the region.
    for (const { id } of house.town.people.slice(10, 40)) await bookFirstOffer(house, { personId: id });
  });
  beforeEach(async () => {
    // One ride of hers an hour: each test has its own.
    ride = await bookFromHome(house, {
      personId: haruOf(house).id,
      requested: { kind: 'departAfter', second: hour * 3600 },
    });
    hour += 1;
  });

  const stored = async () => (await house.store.read(SYSTEM_SCOPE, ({ rides }) => rides.find(ride.id)))!;
  const options = async () =>
    movesAnswerSchema.parse((await planner.get(`/api/v1/rides/${ride.id}/moves`)).body).options;
  const isShown = (page: Page) => page.locator('.moveRow-chosen').waitFor();

  /** Marks her ride in the list, which has the keyboard. */
  async function mark(page: Page): Promise<void> {
    await page.keyboard.press('F4');
    await page.locator('.rideSearch input').fill('遠藤 ハル');
    await markLastRide(page, '遠藤 ハル');
  }

  async function openChoice(page: Page): Promise<void> {
    await mark(page);
    await page.keyboard.press('m');
    await isShown(page);
  }

  /** Draws a stop, or a ride that nobody carries, to the row of a shift. */
  async function drawTo(board: Page, what: Locator, shiftId: string): Promise<void> {
    const from = (await what.boundingBox())!;
    const to = (await board.locator(`[data-shift="${shiftId}"]`).boundingBox())!;
    await board.mouse.move(from.x + 3, from.y + 5);
    await board.mouse.down();
    await board.mouse.move(from.x + 3, to.y + 20, { steps: 5 });
    await board.locator(`.boardLine-target[data-shift="${shiftId}"]`).waitFor();
    await board.mouse.up();
  }

  it('by keyboard: judged, moved, marked as chosen by hand, and moved back by U', async () => {
    const board = await screens.openDesk('plans');
    const expected = (await options()).filter(({ effect }) => effect !== null);
    await openChoice(board);
    expect(await board.locator('.moveRow').count()).toBe(expected.length);
    await board.locator('.moveBlocked', { hasText: 'この運行を受け持たない会社の車です' }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    const chosen = await board.locator('.moveRow-chosen strong').textContent();
    await board.keyboard.press('Enter');
    await board.locator('.toast', { hasText: `遠藤 ハル 様を ${chosen} に移しました` }).waitFor();
    expect((await stored()).shiftId).toBe(expected[0]!.shiftId);
    await board.locator('.keptNote', { hasText: '手で決めた車です（配車 鈴木' }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await board.locator('.rideRows').focus();
    await board.keyboard.press('u');
    await board.locator('.keptNote').waitFor({ state: 'detached' });
    expect(await stored()).toMatchObject({ shiftId: ride.shiftId, keptByHand: null });
  });

  it('promises would break: named, asked once more with the safe answer marked, then told and to be rung', async () => {
    ride = (await bookFirstOffer(house, { personId: house.town.people[50]!.id }))!;
    const breaking = (await options()).find(({ effect }) => effect && effect.broken.length > 0)!;
    const board = await screens.openDesk('plans');
    const { familyName, givenName } = house.town.people[50]!;
    await board.keyboard.press('F4');
    await board.locator('.rideSearch input').fill(`${familyName}${givenName}`);
    await markLastRide(board, familyName);
    await board.keyboard.press('m');
    await isShown(board);
    await board
      .locator('.moveRow', { has: board.locator('.moveWord-breaks') })
      .first()
      .click();
    await board.locator('.moveEffect', { hasText: '守れなくなるお約束' }).waitFor();
    await board.locator('.moveRows').press('Enter');
    const sheet = board.locator('dialog[open]');
    await sheet.getByText(`お約束が${breaking.effect!.broken.length}件、守れなくなります`).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    // Enter twice chooses again: nothing is agreed to unread.
    await board.keyboard.press('Enter');
    await isShown(board);
    expect((await stored()).shiftId).toBe(ride.shiftId);
    await board.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'お電話することにして移す' }).press('Enter');
    await board
      .locator('.toast', { hasText: `折り返し電話が${breaking.effect!.broken.length}件あります` })
      .waitFor();
    expect((await stored()).shiftId).toBe(breaking.shiftId);
    for (const { rideId } of breaking.effect!.broken) {
      const calls = await house.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listByRide(rideId));
      expect(calls.map(({ reason }) => reason)).toContain('promiseBroken');
    }
    // Nobody was rung yet: said so, and nobody is told anything.
    await board.locator('.rideRows').focus();
    await board.keyboard.press('u');
    await sheet.getByText('まだお伝えしていないので、お電話もお知らせもしません').waitFor();
    expect(await axeFindings(board)).toEqual([]);
    expect((await cutOffAtTwice(board)).filter((part) => part.includes('move'))).toEqual([]);
    await sheet.getByRole('button', { name: '元の車に戻す' }).press('Enter');
    await board.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await stored()).toMatchObject({ shiftId: ride.shiftId, revisedPromise: null, keptByHand: null });
    const open = await house.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listOpen());
    expect(open.filter(({ rideId }) => rideId === ride.id)).toEqual([]);
  });

  it('a colleague moves it to another company of the same service: marked in the list, told above everybody else’s board', async () => {
    const board = await screens.openDesk('plans');
    await openChoice(board);
    const others = (await options()).filter(({ effect }) => effect?.changesProvider);
    expect(await board.locator('.moveOther').count()).toBe(others.length);
    await board
      .locator('.moveRow', { has: board.locator('.moveOther') })
      .first()
      .click();
    await board.locator('.moveProvider', { hasText: '同じ運行を受け持っているので移せます' }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await board.keyboard.press('Escape');
    const { shiftId } = others.find(({ effect }) => effect?.broken.length === 0)!;
    await planner.post(`/api/v1/rides/${ride.id}/move`, { shiftId, fromShiftId: ride.shiftId });
    const strip = board.locator('.takenOverStrip', { hasText: '遠藤 ハル 様' });
    await strip.waitFor();
    expect(await strip.textContent()).toContain('移した人 田中');
    expect(await axeFindings(board)).toEqual([]);
    await strip.getByRole('button').first().press('Enter');
    await board.locator('.keptNote', { hasText: '前とは別の会社の車です' }).waitFor();
  });

  it('somebody else was faster: said so, nothing done, looked at anew by a press', async () => {
    const board = await screens.openDesk('plans');
    await openChoice(board);
    const [, other] = (await options()).filter(({ effect }) => effect?.broken.length === 0);
    const order = { shiftId: other!.shiftId, fromShiftId: ride.shiftId, agreed: [] };
    expect((await planner.post(`/api/v1/rides/${ride.id}/move`, order)).status).toBe(200);
    await board.keyboard.press('Enter');
    await board.locator('dialog .faultNotice', { hasText: 'ほかの人が先に別の車へ移しました' }).waitFor();
    expect((await stored()).shiftId).toBe(other!.shiftId);
    expect(await axeFindings(board)).toEqual([]);
    await board.locator('dialog .faultNotice button').press('Enter');
    await isShown(board);
    await board.keyboard.press('Enter');
    await board.locator('.toast').waitFor();
    expect((await stored()).shiftId).not.toBe(other!.shiftId);
  });

  it('the server does not answer: said so, tried again by a press; leaving it changes nothing', async () => {
    const board = await screens.openDesk('plans');
    await board.route(/\/moves$/, (route) => route.abort());
    await mark(board);
    await board.keyboard.press('m');
    await board.locator('dialog .faultNotice').waitFor();
    await board.unroute(/\/moves$/);
    await board.locator('dialog .faultNotice button').press('Enter');
    await isShown(board);
    await board.keyboard.press('Escape');
    await board.locator('dialog[open]').waitFor({ state: 'detached' });
    expect((await stored()).shiftId).toBe(ride.shiftId);
  });

  it('a stop is drawn to another row: asked about with that vehicle marked; told why where it cannot, and nothing chosen', async () => {
    const board = await screens.openDesk('plans');
    await mark(board);
    const all = await options();
    // All rows in sight, however many vehicles there are.
    await board.setViewportSize({ width: 1280, height: 3600 });
    const rowOf = (shiftId: string) => board.locator(`[data-shift="${shiftId}"]`);
    const draw = (shiftId: string) =>
      drawTo(board, board.locator(`[data-rides~="${ride.id}"]`).first(), shiftId);
    const can = all.find(({ effect }) => effect !== null)!.shiftId;
    await draw(can);
    await isShown(board);
    const name = await rowOf(can).locator('.boardName strong').textContent();
    expect(await board.locator('.moveRow-chosen strong').textContent()).toBe(name);
    await board.keyboard.press('Escape');
    await draw(all.find(({ obstacle }) => obstacle === 'noOperatorAllowed')!.shiftId);
    await board.locator('.moveDropped', { hasText: 'この運行を受け持たない会社の車です' }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await board.keyboard.press('Enter');
    expect((await stored()).shiftId).toBe(ride.shiftId);
    await board.keyboard.press('ArrowDown');
    await isShown(board);
    await board.keyboard.press('Escape');
  });

  it('a ride that nobody carries: said above the board, a vehicle chosen the same way', async () => {
    await leaveBehind(house, ride.id);
    const board = await screens.openDesk('plans');
    const strip = board.locator('.unassignedStrip');
    await board.locator('.boardWatch', { hasText: '車のない乗車 1件' }).waitFor();
    await strip.waitFor();
    expect(await axeFindings(board)).toEqual([]);
    // A ride that came from another company is told of, too: counted in sight, and read by a press.
    await board.locator('.boardWatch button', { hasText: 'ほかの会社から移された乗車 1件' }).press('Enter');
    await board.locator('.takenOverStrip').waitFor();
    await board.locator('.boardWatch button', { hasText: '車のない乗車 1件' }).press('Enter');
    await strip.waitFor();
    const [, second] = (await options()).filter(({ effect }) => effect !== null);
    await board.setViewportSize({ width: 1280, height: 3600 });
    await drawTo(board, strip.getByRole('button'), second!.shiftId);
    await isShown(board);
    expect(await board.locator('.moveRow').nth(1).getAttribute('aria-selected')).toBe('true');
    await board.keyboard.press('Escape');
    await strip.getByRole('button', { name: '遠藤 ハル' }).press('Enter');
    await board.locator('.rideCard button', { hasText: '車を決める' }).press('Enter');
    await isShown(board);
    await board.locator('dialog[open]', { hasText: '「車がなくなった」とお伝えしたお客様には' }).waitFor();
    await board.keyboard.press('Enter');
    await board.locator('.toast').waitFor();
    await strip.waitFor({ state: 'detached' });
    expect(await stored()).toMatchObject({ status: 'assigned', keptByHand: { fromShiftId: null } });
  });

  it('left to the plan again, and that taken back; the telephone desk reads it and moves nothing', async () => {
    await planner.put(`/api/v1/rides/${ride.id}/keep`, {});
    const board = await screens.openDesk('plans');
    await mark(board);
    await board.locator('.keptNote button', { hasText: '自動に任せる' }).press('Enter');
    await board.locator('.toast', { hasText: '自動に任せました' }).waitFor();
    expect((await stored()).keptByHand).toBeNull();
    await board.locator('.toast button').press('Enter');
    await board.locator('.keptNote').waitFor();
    const desk = await screens.openDesk('desk');
    await mark(desk);
    await desk.locator('.keptNote').waitFor();
    expect(await desk.locator('.keptNote button').count()).toBe(0);
    await desk.keyboard.press('m');
    await desk.keyboard.press('u');
    expect(await desk.locator('dialog[open]').count()).toBe(0);
    expect((await stored()).keptByHand).not.toBeNull();
    expect(screens.complaints.filter((text) => !text.includes('ERR_FAILED'))).toEqual([]);
  });
});
