import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { driveUntil } from '../../support/livelyDay.ts';
import type { House } from '../../support/openHouse.ts';
import { longDayTown } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const HOUR = 3600;
/** Almost an hour from each other. */
const WEST_AND_EAST = ['bp-nishiaizu-office', 'bp-wakamatsu-city-office'] as const;
const CAB_SIZES = [
  { width: 360, height: 740 },
  { width: 600, height: 960 },
];
const BOARD_SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

describe('a driver with one long ride after the other, each half an hour late: a rest is owed in the middle of the day', () => {
  const screens = withScreens(async () => ({ town: await longDayTown() }));
  let house: House;

  beforeAll(async () => {
    house = screens.house;
    const { region, people } = house.town;
    for (let i = 0; i < 7; i++) {
      await bookFirstOffer(house, {
        personId: people[i]!.id,
        from: { kind: 'boardingPoint', id: WEST_AND_EAST[(i + 1) % 2]! },
        to: { kind: 'boardingPoint', id: WEST_AND_EAST[i % 2]! },
        requested: { kind: 'departAfter', second: 9 * HOUR + i * 58 * 60 },
      });
    }
    await house.signIn({ role: 'driver', login: 'cab', vehicleId: region.operations.vehicles[0]!.id });
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
    await driveUntil(house, 12 * HOUR, 27 * 60);
  });

  const language = (page: Page, name: 'ja' | 'en') =>
    page.evaluate(`localStorage.setItem('ainori.language', '${name}')`).then(() => page.reload());
  const text = async (page: Page, place: string) => (await page.locator(place).first().textContent()) ?? '';

  it.each(BOARD_SIZES)(
    'the board at $width × $height: driver, rest as a whole and hours at the wheel, in both languages',
    async (size) => {
      const board = await screens.open('/desk/', size);
      await signInByKeys(board, 'plans');
      await board.locator('.restStrip').waitFor();
      expect(await text(board, '.restLine')).toMatch(
        /若松1号.*12:58から13:29まで休憩です.*3時間5\d分、続けて運転します。4時間まで/,
      );
      expect(await board.locator('.boardBlock-rest').count()).toBeGreaterThan(0);
      expect(await axeFindings(board)).toEqual([]);
      await language(board, 'en');
      await board.locator('.restStrip').waitFor();
      expect(await text(board, '.restLine')).toMatch(
        /Rest from 12:58 to 13:29, after 3 h 5\d min at the wheel/,
      );
      expect(await axeFindings(board)).toEqual([]);
      await board.locator('.restLine').focus();
      await board.keyboard.press('Enter');
      await board.locator('.boardLine-selected').waitFor();
    },
  );

  it.each(CAB_SIZES)(
    'the driver on the way there, at $width × $height: from when until when to rest, and why',
    async (size) => {
      const cab = await screens.open('/driver/', size);
      await signInByKeys(cab, 'cab');
      await cab.locator('.restNote').waitFor();
      expect(await text(cab, '.restNote')).toMatch(/12:58から13:18まで休憩.*4時間まで/);
      expect(await axeFindings(cab)).toEqual([]);
      expect(await cutOffAtTwice(cab)).toEqual([]);
      await language(cab, 'en');
      await cab.locator('.restNote').waitFor();
      expect(await text(cab, '.restNote')).toMatch(/Rest from 12:58 to 13:18.*Four hours/);
      expect(await axeFindings(cab)).toEqual([]);
      expect(await cutOffAtTwice(cab)).toEqual([]);
    },
  );

  it('letters of twice the size on a small screen: scrolled to, every word of the rest can be read', async () => {
    const cab = await screens.open('/driver/', CAB_SIZES[0]);
    await signInByKeys(cab, 'cab');
    await cab.locator('.restNote').waitFor();
    await cab.evaluate(`document.documentElement.style.fontSize = '200%'`);
    await cab.evaluate(`document.querySelector('.restNoteTimes').scrollIntoView({ block: 'start' })`);
    const [times, bar] = [
      await cab.locator('.restNoteTimes').boundingBox(),
      await cab.locator('.actBar').boundingBox(),
    ];
    expect(times!.y).toBeGreaterThan(-1);
    expect(times!.y + times!.height).toBeLessThanOrEqual(bar!.y);
  });

  it('the driver is there and the rest has begun: the button says until when, and it is gone once it is over', async () => {
    await driveUntil(house, 13.1 * HOUR, 0);
    const cab = await screens.open('/driver/', CAB_SIZES[1]);
    await signInByKeys(cab, 'cab');
    await cab.locator('.actButton-depart', { hasText: '13:18まで休憩。そのあと西会津町役場' }).waitFor();
    expect(await axeFindings(cab)).toEqual([]);
    await driveUntil(house, 13.6 * HOUR, 0);
    await cab.locator('.actButton-arrive', { hasText: '会津若松市役所' }).waitFor();
    await cab.locator('.restNote').waitFor({ state: 'detached' });
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
