import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import type { StreetReport } from '../../../backend/operations/index.ts';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import type { House } from '../../support/openHouse.ts';
import { longDayTown, TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings, brokenLines, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

describe('a vehicle was to be at a stop a good while ago, and its driver has reported nothing', () => {
  const screens = withScreens(async () => ({ town: await longDayTown() }));
  let house: House;
  let reports = 0;

  const plan = async () =>
    (await house.store.read(SYSTEM_SCOPE, ({ days }) => days.listSchedules(TOWN_DAY)))[0]!;
  const report = async (tap: object) => {
    const { shiftId } = await plan();
    reports += 1;
    const head = { id: `silent-${reports}`, shiftId, deviceTime: house.clock.now() };
    const done = await house.stages.operations.report({ ...head, ...tap } as StreetReport, SYSTEM_ACTOR);
    expect(done.ok).toBe(true);
  };
  const text = (page: Page, place: string) => page.locator(place).first().textContent();

  beforeAll(async () => {
    house = screens.house;
    await bookFirstOffer(house, { requested: { kind: 'departAfter', second: 10 * 3600 } });
    await bookFirstOffer(house, {
      personId: house.town.people[1]!.id,
      requested: { kind: 'departAfter', second: 14 * 3600 },
    });
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
    await house.signIn({
      role: 'municipality',
      login: 'town',
      municipalities: [house.town.people[0]!.municipality],
    });
    const { stops } = await plan();
    // The device told its place on the way there, and nothing since.
    house.clock.moveTo(momentOf(TOWN_DAY, stops[0]!.start - 300));
    await report({ type: 'position', at: { lon: 139.9, lat: 37.5 } });
    house.clock.moveTo(momentOf(TOWN_DAY, stops[0]!.start + 25 * 60));
  });

  it.each(SIZES)(
    'at $width × $height: named with its stop, since when, and whom to ring, in both languages',
    async (size) => {
      const board = await screens.open('/desk/', size);
      await signInByKeys(board, 'plans');
      await board.locator('.silentStrip').waitFor();
      const line = await text(board, '.silentLine');
      expect(line).toMatch(
        /若松1号.*25分.*着く予定でした.*様、.*お約束は.*まで.*きょうの連絡はまだありません.*電波のない所/,
      );
      expect(await board.locator('.silentLine a').getAttribute('href')).toMatch(/^tel:090-0000-/);
      expect(await text(board, '.boardSilent')).toBe('? 連絡なし 25分');
      expect(await brokenLines(board, '.boardName')).toEqual([]);
      expect(await board.locator('.boardBlock-silent').textContent()).toContain('?');
      expect(await axeFindings(board)).toEqual([]);
      expect((await cutOffAtTwice(board)).filter((part) => part.includes('silent'))).toEqual([]);
      await board.evaluate(`localStorage.setItem('ainori.language', 'en')`);
      await board.reload();
      await board.locator('.silentStrip').waitFor();
      expect(await text(board, '.silentLine')).toMatch(
        /Ring the driver 090.*Was to arrive by.*No report yet.*there may be no signal/,
      );
      expect(await axeFindings(board)).toEqual([]);
      await board.locator('.silentLine .stripWho').focus();
      await board.keyboard.press('Enter');
      await board.locator('.boardLine-selected').waitFor();
    },
  );

  it('a town office, which rings nobody: no telephone and no strip', async () => {
    const page = await screens.open('/desk/');
    await signInByKeys(page, 'town');
    await page.locator('.boardLine').first().waitFor();
    expect(await page.locator('.silentStrip').count()).toBe(0);
    expect(await page.content()).not.toContain('090-0000');
  });

  it('the device tells its place: a forgotten tap, then; the driver taps: gone by itself', async () => {
    const board = await screens.open('/desk/');
    await signInByKeys(board, 'plans');
    await board.locator('.silentStrip').waitFor();
    await report({ type: 'position', at: { lon: 139.91, lat: 37.5 } });
    await board.locator('.silentLine', { hasText: '押し忘れかもしれません' }).waitFor();
    await report({ type: 'arrive', stopId: (await plan()).stops[0]!.id });
    await board.locator('.silentStrip').waitFor({ state: 'detached' });
    expect(await board.locator('.boardSilent').count()).toBe(0);
    expect(screens.complaints).toEqual([]);
  });
});
