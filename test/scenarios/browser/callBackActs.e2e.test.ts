import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { noWish } from '../../../backend/domain/callBack/contactWish.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { bookFromHome, oweCall } from '../../support/bookFromHome.ts';
import type { House } from '../../support/openHouse.ts';
import { oneVehicleTown } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, setLargeLetters, signInByKeys } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('what a rider answers on the telephone is done with the record, by keyboard alone', () => {
  const screens = withScreens(async () => ({ town: await oneVehicleTown() }));
  let house: House;
  let desk: Page;
  let ride: Ride;

  beforeAll(async () => {
    house = screens.house;
    ride = await bookFromHome(house);
    await oweCall(house, ride);
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    desk = await screens.openDesk('desk');
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await desk.keyboard.press(key);
  };
  const current = (id: string) =>
    house.store.read(SYSTEM_SCOPE, async ({ rides }) => (await rides.find(id))!);
  const shoot = async (page: Page, name: string) => {
    const folder = process.env.AINORI_SHOTS;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  it('the new time will not do: other times are read aloud while the ride stands', async () => {
    await press('Shift+F2');
    await desk.locator('.callPhone').waitFor();
    await press('Enter');
    await desk.locator('.callOutcomes').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await press('o');
    await desk.locator('.otherTimes .offerRow').nth(1).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await shoot(desk, 'call-other-times');
    expect((await current(ride.id)).status).toBe('assigned');
  });

  it('B and Enter: booked in its place, the call is done; U takes both back', async () => {
    await press('b', 'Enter');
    await desk.locator('.toast', { hasText: 'ほかの時刻で予約しました' }).waitFor();
    const old = await current(ride.id);
    expect((await current(old.replacedBy?.rideId ?? '')).status).toBe('assigned');
    expect(await desk.locator('.callPhone').count()).toBe(0);
    await press('u');
    await desk.locator('.callPhone').waitFor();
    expect(await current(ride.id)).toMatchObject({ status: 'assigned', promise: ride.promise });
  });

  it('N: the ride is cancelled with the record; U lets it stand again', async () => {
    await desk.locator('.callOutcomes').waitFor();
    await press('n');
    await desk.locator('.toast', { hasText: 'お返事のとおりに' }).waitFor();
    expect(await current(ride.id)).toMatchObject({
      status: 'cancelled',
      endReason: 'ourChange',
      endedBy: { kind: 'operator', name: '佐藤' },
    });
    await press('u');
    await desk.locator('.callPhone').waitFor();
    expect((await current(ride.id)).status).toBe('assigned');
  });

  it('L: the hour of the next try is on its key, suits the rider, and is said again; U takes it back', async () => {
    const bestHours = { earliest: 13 * 3600, latest: 15 * 3600 };
    await house.store.write(SYSTEM_SCOPE, async (tables) => {
      const { municipality } = (await tables.people.find(ride.personId))!;
      await tables.contactWishes.save({ ...noWish(ride.personId, municipality), bestHours });
    });
    await desk.locator('.callOutcomes').waitFor();
    await press('Escape');
    await desk.locator('.callHead button', { hasText: '電話する' }).waitFor();
    await press('Enter');
    await desk.locator('.callOutcomes button', { hasText: '13:00 にかけ直す' }).waitFor();
    await shoot(desk, 'call-ring-again');
    await press('l');
    await desk.locator('.toast', { hasText: '13:00 にかけ直します' }).waitFor();
    await desk.locator('.callWhen', { hasText: '13:00から' }).waitFor();
    // Under the pointer it stays while the page is looked at.
    await desk.locator('.toast').hover();
    await shoot(desk, 'call-rung-later');
    expect(await axeFindings(desk)).toEqual([]);
    expect(await cutOffAtTwice(desk)).toEqual([]);
    await press('u');
    await desk.locator('.callOutcomes button', { hasText: '13:00 にかけ直す' }).waitFor();
  });

  it('with letters of twice the size: what to read aloud is in sight once the telephone is in the hand', async () => {
    await press('Escape');
    await desk.locator('.callHead button', { hasText: '電話する' }).waitFor();
    await setLargeLetters(desk);
    await press('Enter');
    await desk.locator('.callOutcomes').waitFor();
    const isInSight = () =>
      desk.evaluate<boolean>(`(() => {
        const { top, bottom } = document.querySelector('.callSentence').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })()`);
    await expect.poll(isInSight).toBe(true);
    await shoot(desk, 'call-large-letters');
  });

  it('a place that is only held: marked with its end, at the desk and at the wheel', async () => {
    const now = await current(ride.id);
    const held = { ...now, revision: now.revision + 1, heldUntil: house.clock.now() + 15 * 60_000 };
    await house.store.write(SYSTEM_SCOPE, ({ rides }) => rides.update([held], [now.revision]));
    const [vehicle] = house.town.region.operations.vehicles;
    await house.signIn({ role: 'driver', login: 'wheel', vehicleId: vehicle!.id });
    const page = await screens.open('/driver/', { width: 600, height: 960 });
    await signInByKeys(page, 'wheel');
    await page.locator('.riderHeld').waitFor();
    expect(await page.locator('.riderHeld').textContent()).toContain('08:15 まで');
    expect(await page.locator('.riderCard a[href^="tel:"]').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await shoot(page, 'driver-held');
    const rider = house.town.people[0]!;
    await press('F9', 'F2');
    await desk.keyboard.type(`${rider.familyKana}${rider.givenKana}`);
    await takeMatch(desk, rider.givenName);
    await desk.locator('.cardRides .badge', { hasText: '仮（08:15まで返事待ち）' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await shoot(desk, 'desk-held');
  });

  it('the whole way: nothing the browsers complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
