import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { addHabit, deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { type CountedKeys, countedKeys, pointerEvents, watchPointer } from './countedKeys.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

/** Books the first offer for somebody, there by eleven, and the way home at two. */
async function bookThereAndBack(house: House, personId: string): Promise<{ there: Ride; home: Ride }> {
  const point = house.town.region.boardingPoints[0]!;
  const asked = await house.stages.booking.request(
    {
      channel: 'phone',
      personId,
      from: { kind: 'home' },
      to: { kind: 'boardingPoint', id: point.id },
      day: TOWN_DAY,
      requested: { kind: 'arriveBy', second: 11 * 3600 },
      companions: 0,
      attendants: 0,
      children: 0,
      needs: [],
      note: null,
    },
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const there = await accept(house, asked.value.offers[0]!.id);
  const wish = { kind: 'timed', requested: { kind: 'departAfter', second: 14 * 3600 } } as const;
  const back = await house.stages.booking.requestReturn(there.id, wish, SYSTEM_ACTOR);
  if (!back.ok) throw new Error(back.reason.rejection.code);
  return { there, home: await accept(house, back.value.offers[0]!.id) };
}

async function accept(house: House, offerId: string): Promise<Ride> {
  const booked = await house.stages.booking.accept(offerId, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

interface SeenRide {
  readonly id: string;
  readonly status: string;
  readonly returnOf: string | null;
  readonly replacedById: string | null;
  readonly requested: { readonly second: number };
  readonly partySize: number;
}

describe('a ride is changed at the phone desk, by keyboard alone', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;
  let keys: CountedKeys;
  let booked: { there: Ride; home: Ride };

  beforeAll(async () => {
    house = screens.house;
    await addHabit(house, haruOf(house));
    booked = await bookThereAndBack(house, haruOf(house).id);
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    desk = await screens.openDesk('desk');
    keys = countedKeys(desk);
    await watchPointer(desk);
  });

  const rides = async () => {
    const { body } = await (await house.signIn({ role: 'administrator' })).get(
      `/api/v1/rides?day=${TOWN_DAY}`,
    );
    return body.rides as SeenRide[];
  };
  const standing = async () => (await rides()).filter(({ status }) => status === 'assigned');
  const focused = () => desk.evaluate('document.activeElement.value ?? document.activeElement.textContent');

  it('the ride is found on the card; C fills the form with it, the time marked', async () => {
    await keys.press('F2');
    await keys.type('えんどうはる');
    await takeMatch(desk, 'ハル');
    await desk.locator('.cardRides .rideLine').first().waitFor();
    await keys.press('Shift+F9');
    expect(await desk.locator('.cardRides .cardStop:focus .cardKeys').textContent()).toContain('変える');
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('c');
    await desk.locator('.changeStrip').waitFor();
    expect(await focused()).toBe('11:00');
    expect(await desk.locator('.changeStrip').textContent()).toContain('この予約はそのままです');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('two dates at once: said beside the field, nothing is asked', async () => {
    await keys.type('25日、27日 12時');
    await keys.press('Enter');
    await desk.getByText('変えるのは1日分ずつです').waitFor();
    expect(await standing()).toHaveLength(2);
    await keys.press('Control+A');
  });

  it('eleven becomes twelve and her husband comes along: offered, and the old ride stands until the yes', async () => {
    await keys.type('12');
    await keys.press('F6');
    await keys.press('ArrowUp');
    await keys.press('Enter');
    await desk.locator('.bookButton', { hasText: 'この時刻に変える' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect((await standing()).map(({ id }) => id).sort()).toEqual([booked.there.id, booked.home.id].sort());
    await keys.press('Enter');
    await desk.locator('.agreedTitle', { hasText: '予約を変えました' }).waitFor();
    const now = await rides();
    const old = now.find(({ id }) => id === booked.there.id);
    const changed = now.find(({ id }) => id === old?.replacedById);
    expect(changed).toMatchObject({ status: 'assigned', requested: { second: 12 * 3600 }, partySize: 2 });
    expect(now.find(({ id }) => id === booked.home.id)?.returnOf).toBe(changed?.id);
  });

  it('the way home is asked about: T moves it along, an hour later stands there already', async () => {
    await desk.locator('.wayHomeQuestion').waitFor();
    expect(await desk.locator('.wayHomeQuestion').textContent()).toContain('帰りのご予約はどうしますか');
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('t');
    await desk.locator('.wayHomeForm').waitFor();
    expect(await focused()).toBe('15:00');
    await keys.press('Enter');
    await desk.locator('.bookButton', { hasText: 'この時刻に変える' }).waitFor();
    await keys.press('Enter');
    await desk.locator('.agreedTitle').waitFor();
    const now = await rides();
    const moved = now.find(({ replacedById, id }) => id === booked.home.id && replacedById !== null);
    expect(now.find(({ id }) => id === moved?.replacedById)).toMatchObject({
      status: 'assigned',
      requested: { second: 15 * 3600 },
    });
    expect(await standing()).toHaveLength(2);
  });

  it('F10 puts the way home back; the card says what was changed by whom', async () => {
    await keys.press('F10');
    await desk.locator('.offerRow').first().waitFor();
    expect((await standing()).map(({ id }) => id)).toContain(booked.home.id);
    await keys.press('Escape');
    await keys.press('F2');
    await keys.press('Control+A');
    await keys.type('えんどうはる');
    await takeMatch(desk, 'ハル');
    await desk.locator('.cardRides .rideLine', { hasText: '→' }).nth(1).waitFor();
    await keys.press('Shift+F9');
    await keys.press('Enter');
    await desk.locator('.rideHistory', { hasText: '変更（受付 佐藤）' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('changed and then left as it is: the form is empty again, nothing has changed', async () => {
    await keys.press('c');
    await desk.locator('.changeStrip').waitFor();
    await keys.press('Shift+F10');
    await desk.locator('.changeStrip').waitFor({ state: 'detached' });
    expect(await standing()).toHaveLength(2);
  });

  it('a way home cancelled by mistake: that it could not be put back is told, with and without an answer', async () => {
    await desk.clock.install();
    const notice = desk.locator('.agreedCard .faultNotice');
    const undo = desk.locator('.toast', { hasText: '帰りの予約を取り消しました' }).getByRole('button');
    await keys.press('Shift+F9');
    await keys.press('c');
    await desk.locator('.changeStrip').waitFor();
    await keys.type('13');
    await keys.press('Enter');
    await desk.locator('.bookButton').waitFor();
    await keys.press('Enter');
    await desk.locator('.wayHomeQuestion').waitFor();
    await keys.press('x');
    await undo.focus();
    screens.wire.cut();
    await keys.press('Enter');
    await notice.filter({ hasText: 'つながりません' }).waitFor();
    await undo.blur();
    await desk.clock.fastForward(11_000);
    screens.wire.join();
    await desk.locator('.connection-connected').waitFor();
    house.clock.moveTo(house.clock.now() + 60_000);
    await undo.focus();
    await keys.press('Enter');
    await notice.filter({ hasText: '元に戻せる10秒を過ぎました' }).waitFor();
    expect(await undo.count()).toBe(0);
    expect(await axeFindings(desk)).toEqual([]);
    expect(await standing()).toHaveLength(1);
  });

  it('the whole way: no mouse, nothing the browser complained about', async () => {
    expect(await pointerEvents(desk)).toBe(0);
    expect(screens.complaints).toEqual([]);
  });
});
