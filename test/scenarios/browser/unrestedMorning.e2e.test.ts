import { beforeAll, describe, expect, it } from 'vitest';
import { emptySchedule } from '../../../backend/dispatch/daySnapshot.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { addDays } from '../../../backend/domain/units/time.ts';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { longDayTown, readTrialTown, TOWN_DAY, type TrialTown } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const HOUR = 3600;
const EVENING_BEFORE = addDays(TOWN_DAY, -1);

/** One vehicle in the town and three in the mountains, too far away for a ride in the town. */
async function townWithMountains(): Promise<TrialTown> {
  const { region, people } = await longDayTown();
  const whole = (await readTrialTown()).region.operations;
  const far = whole.vehicles.filter(({ name }) => ['金山号', '三島号', '昭和号'].includes(name));
  const shiftTemplates = whole.shiftTemplates.filter((each) => far.some(({ id }) => id === each.vehicleId));
  const operations = {
    ...region.operations,
    vehicles: [...region.operations.vehicles, ...far],
    shiftTemplates: [...region.operations.shiftTemplates, ...shiftTemplates],
  };
  return { region: { ...region, operations }, people };
}

describe('a driver came home at one in the morning after eight o’clock was promised', () => {
  const screens = withScreens(async () => ({ town: await townWithMountains() }));

  beforeAll(async () => {
    const { house } = screens;
    const promised = await bookFirstOffer(house, {
      requested: { kind: 'departAfter', second: 8.75 * HOUR },
    });
    if (!promised) throw new Error('Nobody can be fetched at a quarter to nine.');
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
    await house.stages.dispatch.openDay(EVENING_BEFORE);
    await house.store.write(SYSTEM_SCOPE, async ({ fleet, days }) => {
      const shifts = await fleet.listShifts(EVENING_BEFORE);
      await days.saveSchedules(shifts.map((shift) => ({ ...emptySchedule(shift), finish: 25 * HOUR })));
      await days.advance(EVENING_BEFORE, await days.version(EVENING_BEFORE));
    });
  });

  it.each([
    // 25:00 + 9 h − 24 h
    [
      'ja',
      /9時間の休息が終わるのは10:00です/,
      /若松1号.*8:00からの便ですが、.*9時間の休息が終わるのは10:00です。.*8:\d\dに出発します。.*会社に確かめて/,
    ],
    [
      'en',
      /nine hours since the last duty are over at 10:00/,
      /begins at 08:00; nine hours since the last duty are over at 10:00\. As planned, it leaves at 08:\d\d/,
    ],
  ] as const)('the board says so, and whom to ring: %s', async (language, reason, words) => {
    const board = await screens.open('/desk/', { width: 1280, height: 800 });
    await signInByKeys(board, 'plans');
    await board.evaluate(`localStorage.setItem('ainori.language', '${language}')`);
    await board.reload();
    await board.locator('.restLine-over').waitFor();
    expect(await board.locator('.restLine-over').textContent()).toMatch(words);
    expect(await board.locator('.restItem a').getAttribute('href')).toMatch(/^tel:090-0000-/);
    // Who leaves too soon is in sight; those who wait until they are rested are there when asked for.
    expect(await board.locator('.restLine').count()).toBe(2);
    await board.locator('.restMore').click();
    expect(await board.locator('.restLine').count()).toBe(4);
    // Each row of them says so too, in a shape and a word, with the reason for who points at it or hears it.
    const leaving = board.locator('.boardLine', { hasText: '若松1号' }).locator('.boardName [title]');
    expect(await leaving.textContent()).toContain(language === 'ja' ? '! 休息不足' : '! unrested');
    expect(await leaving.getAttribute('title')).toMatch(reason);
    expect(await leaving.locator('.visuallyHidden').textContent()).toMatch(reason);
    const resting = await board.locator('.boardName .boardResting > [aria-hidden]').allTextContents();
    expect(resting).toHaveLength(3);
    expect(resting[0]).toMatch(language === 'ja' ? /^☾ 休息〜\d\d:\d\d$/ : /^☾ rest –\d\d:\d\d$/);
    expect(await board.locator('.boardLegend').textContent()).toContain('☾');
    expect(await axeFindings(board)).toEqual([]);
    const cutOff = (await cutOffAtTwice(board)).filter((part) => part.includes('rest'));
    expect(cutOff).toEqual([]);
    expect(screens.complaints).toEqual([]);
  });
});
