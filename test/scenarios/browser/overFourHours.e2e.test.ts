import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { driveUntil, driveWithoutRest } from '../../support/livelyDay.ts';
import { longDayTown } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const HOUR = 3600;
/** Almost an hour from each other. */
const WEST_AND_EAST = ['bp-nishiaizu-office', 'bp-wakamatsu-city-office'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

describe('a driver who owed a rest has driven on instead: over four hours at the wheel before the next stop', () => {
  const screens = withScreens(async () => ({ town: await longDayTown() }));

  beforeAll(async () => {
    const { house } = screens;
    for (let i = 0; i < 7; i++) {
      await bookFirstOffer(house, {
        personId: house.town.people[i]!.id,
        from: { kind: 'boardingPoint', id: WEST_AND_EAST[(i + 1) % 2]! },
        to: { kind: 'boardingPoint', id: WEST_AND_EAST[i % 2]! },
        requested: { kind: 'departAfter', second: 9 * HOUR + i * 58 * 60 },
      });
    }
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
    await driveUntil(house, 11 * HOUR, 20 * 60);
    await driveWithoutRest(house, 2);
  });

  const text = (page: Page, place: string) => page.locator(place).first().textContent();

  it.each(SIZES)(
    'the board at $width × $height: by how much, from when, the next rest, whom to ring; on its row, too',
    async (size) => {
      const board = await screens.open('/desk/', size);
      await signInByKeys(board, 'plans');
      await board.locator('.restLine-over').waitFor();
      // At 13:24 after 4:19 at the wheel: four hours are over 19 minutes earlier.
      expect(await text(board, '.restLine-over')).toMatch(
        /若松1号.*4時間1\d分になります.*13:0\dに4時間になります.*次の休憩は13:2\dから.*運転手に確かめて/,
      );
      expect(await board.locator('.restItem a').getAttribute('href')).toMatch(/^tel:090-0000-/);
      expect(await text(board, '.boardLate')).toBe('! 運転 4時間超');
      expect(await axeFindings(board)).toEqual([]);
      // The hours scroll: what is drawn on them may lie beyond the edge.
      const cutOff = (await cutOffAtTwice(board)).filter((part) => !part.includes('boardBlock'));
      expect(cutOff.filter((part) => part.includes('rest'))).toEqual([]);
      await board.emulateMedia({ forcedColors: 'active' });
      expect(await axeFindings(board)).toEqual([]);
      await board.emulateMedia({ forcedColors: 'none' });
      await board.evaluate(`localStorage.setItem('ainori.language', 'en')`);
      await board.reload();
      await board.locator('.restLine-over').waitFor();
      expect(await text(board, '.restLine-over')).toMatch(
        /4 h 1\d min at the wheel.*over at 13:0\d.*next rest is planned for 13:2\d/,
      );
      expect(await axeFindings(board)).toEqual([]);
    },
  );

  it('the four hours are over: said since when', async () => {
    const board = await screens.open('/desk/');
    await signInByKeys(board, 'plans');
    screens.house.clock.moveTo(screens.house.clock.now() + 45 * 60_000);
    await board.reload();
    await board.locator('.restLine-over', { hasText: 'に4時間を過ぎました' }).waitFor();
    expect(screens.complaints).toEqual([]);
  });
});
