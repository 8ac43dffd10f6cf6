import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { addDays } from '../../../backend/domain/units/time.ts';
import { addHabit, deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings, signInByKeys } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('six dates in one call, on a slow day', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;
  /** Questions that the wire holds back. */
  const held: Route[] = [];
  let isHolding = true;

  beforeAll(async () => {
    house = screens.house;
    await addHabit(house, haruOf(house));
    await house.signIn({ role: 'operator', login: 'desk' });
    desk = await screens.open('/desk/');
    await desk.route('**/api/v1/requests', async (route) => {
      const { time } = route.request().postDataJSON() as { time: { day: string } };
      if (isHolding && time.day > addDays(TOWN_DAY, 2)) held.push(route);
      else await route.continue();
    });
    await signInByKeys(desk, 'desk');
    await desk.locator('.connection-connected').waitFor();
  });

  const progress = () => desk.locator('.searchProgress [role=status]').textContent();
  const shoot = async (name: string) => {
    const shots = process.env.AINORI_SHOTS;
    if (shots) await desk.screenshot({ path: `${shots}/${name}.png` });
  };

  it('date by date: those found can be read aloud while the others are searched', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.type('えんどうはる');
    await takeMatch(desk, 'ハル');
    await desk.locator('.usualRide').first().waitFor();
    await desk.keyboard.press('1');
    await desk.keyboard.type('25日、26日、27日、28日、30日、12月1日 10時');
    await desk.keyboard.press('Enter');
    await expect.poll(progress).toBe('6日のうち 2日を調べました');
    await desk.locator('.readAloud').waitFor();
    expect(await desk.locator('.dateTab-asking').count()).toBe(4);
    await expect.poll(() => held.length).toBe(3);
    expect(await axeFindings(desk)).toEqual([]);
    // No more than three are asked at once.
    expect(held).toHaveLength(3);
    await shoot('six-dates');
  });

  it('stopped: what was found stays, and the rest can be searched later', async () => {
    await desk.keyboard.press('Shift+F12');
    await expect.poll(progress).toBe('4日は、まだ調べていません。見つかった日は残っています。');
    expect(await desk.locator('.dateTab-told').count()).toBe(2);
    expect(await axeFindings(desk)).toEqual([]);
    await shoot('six-dates-stopped');
    isHolding = false;
    await desk.keyboard.press('Shift+F12');
    await expect.poll(() => desk.locator('.dateTab-told').count()).toBe(6);
    expect(await desk.locator('.searchProgress').count()).toBe(0);
  });

  it('one yes: all that were found are booked, as rides of one group', async () => {
    await desk.locator('.bookButton', { hasText: /[3-6]件/ }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    const rides = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.rides.listByPerson(house.town.people[0]!.id, addDays(TOWN_DAY, 1), addDays(TOWN_DAY, 10)),
    );
    const booked = rides.filter(({ status }) => status === 'assigned');
    expect(booked.length).toBeGreaterThanOrEqual(3);
    expect(new Set(booked.map(({ groupId }) => groupId)).size).toBe(1);
    expect(booked[0]!.groupId).not.toBeNull();
  });
});
