import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { driveUntil } from '../../support/livelyDay.ts';
import { longDayTown, TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const HOUR = 3600;

const OFFICE = 'bp-wakamatsu-city-office';

/** A house with one vehicle whose driver has brought somebody to Bandai, and the next pickup hours later. */
function withWaitingDriver() {
  const screens = withScreens(async () => ({ town: await longDayTown() }));
  let cab: Page;
  const book = (person: number, second: number, from = OFFICE, to = 'bp-bandai-office') =>
    bookFirstOffer(screens.house, {
      personId: screens.house.town.people[person]!.id,
      from: { kind: 'boardingPoint', id: from },
      to: { kind: 'boardingPoint', id: to },
      requested: { kind: 'departAfter', second },
    });
  beforeAll(async () => {
    const { house } = screens;
    await book(0, 9 * HOUR);
    await book(1, 14 * HOUR);
    const { vehicles } = house.town.region.operations;
    await house.signIn({ role: 'driver', login: 'cab', vehicleId: vehicles[0]!.id });
    const [schedule] = await house.store.read(SYSTEM_SCOPE, (tables) => tables.days.listSchedules(TOWN_DAY));
    await driveUntil(house, schedule!.stops[1]!.arrival, 0);
    cab = await screens.open('/driver/', { width: 360, height: 740 });
    await signInByKeys(cab, 'cab');
  });
  return { screens, book, cab: () => cab };
}

describe('a driver whose next pickup is hours away', () => {
  const { screens, book, cab: openedCab } = withWaitingDriver();
  let cab: Page;
  beforeAll(() => {
    cab = openedCab();
  });

  it('everybody is out: when to leave, and that others may be fetched first, on card and button', async () => {
    const note = cab.locator('.restNote');
    await note.waitFor();
    expect(await note.textContent()).toMatch(
      /13:[0-5]\dごろに出れば、間に合います.*ほかのお迎えが入ることがあります/,
    );
    await cab.locator('.actButton-depart', { hasText: /13:[0-5]\dごろ、会津若松市役所/ }).waitFor();
    expect(await axeFindings(cab)).toEqual([]);
    expect(await cutOffAtTwice(cab)).toEqual([]);
  });

  it('somebody asks for a ride in between: the vehicle that waits is sent there first, and the page says so', async () => {
    const between = await book(2, 11 * HOUR);
    expect(between?.status).toBe('assigned');
    await cab.locator('.actButton-depart', { hasText: /10:[0-5]\dごろ、会津若松市役所/ }).waitFor();
    expect(screens.complaints).toEqual([]);
  });
});

describe('a driver who leaves for it at once', () => {
  const { screens, book, cab: openedCab } = withWaitingDriver();
  let cab: Page;
  beforeAll(() => {
    cab = openedCab();
  });

  it('somebody else is fetched first: the page says where to go now, and what comes after', async () => {
    await cab.locator('.actButton-depart').click();
    await cab.locator('.actButton-arrive', { hasText: '会津若松市役所' }).waitFor();
    // Sent once it can no longer be taken back.
    await expect.poll(() => cab.locator('.actUndo').count()).toBe(0);
    const before = await cab.locator('.stopPlace').textContent();
    expect(before).toContain('会津若松市役所');
    const between = await book(2, 11 * HOUR, 'bp-bandai-office', OFFICE);
    expect(between?.status).toBe('assigned');
    const notice = cab.locator('.notice-news', { hasText: '行き先が変わりました' });
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(
      /行き先が変わりました.*先に磐梯町役場.*（1[01]:\d\d）。会津若松市役所.*は、そのあとです（1[34]:\d\d）/,
    );
    await cab.locator('.actButton-arrive', { hasText: '磐梯町' }).waitFor();
    await cab.locator('.restNote', { hasText: /1[01]:\d\dごろに出れば、間に合います/ }).waitFor();
    expect(await axeFindings(cab)).toEqual([]);
    expect(await cutOffAtTwice(cab)).toEqual([]);
    expect(screens.complaints).toEqual([]);
  });

  it('the board shows until when it stands there', async () => {
    await screens.house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
    const board = await screens.open('/desk/', { width: 1280, height: 800 });
    await signInByKeys(board, 'plans');
    await board.locator('.boardBlock-wait').waitFor();
    expect(await board.locator('.boardBlock-wait').getAttribute('title')).toMatch(
      /^\d?\d:\d\d〜10:\d\d 会津若松市役所.* 待機$/,
    );
    expect(await axeFindings(board)).toEqual([]);
  });

  it('arrived is tapped there an hour early, and taken back without a network: both reach the server once', async () => {
    const states = async () => {
      const { schedules, events } = await screens.house.store.read(SYSTEM_SCOPE, async (tables) => ({
        schedules: await tables.days.listSchedules(TOWN_DAY),
        events: await tables.events.listByDay(TOWN_DAY),
      }));
      const told = events.map(({ body }) => body.type);
      const ahead = schedules[0]!.stops.filter(({ state }) => state !== 'departed');
      return [ahead[0]!.state, told.filter((type) => type === 'ArrivalTakenBack').length].join(' ');
    };
    await cab.locator('.actButton-arrive', { hasText: '磐梯町' }).click();
    await cab.locator('.actButton-board').waitFor();
    await expect.poll(states).toBe('arrived 0');
    screens.wire.cut();
    await cab.locator('.notThere', { hasText: '「到着」 を取り消す' }).click();
    await cab.locator('.actButton-arrive', { hasText: '磐梯町' }).waitFor();
    // That, too, can be taken back while it is on the device.
    await cab.locator('.actUndo', { hasText: '「到着」の取り消し を取り消す' }).click();
    await cab.locator('.actButton-board').waitFor();
    await cab.locator('.notThere', { hasText: '「到着」 を取り消す' }).click();
    expect(await axeFindings(cab)).toEqual([]);
    expect(await cutOffAtTwice(cab)).toEqual([]);
    screens.wire.join();
    await expect.poll(states, { timeout: 40_000 }).toBe('planned 1');
    await cab.locator('.actButton-arrive', { hasText: '磐梯町' }).waitFor();
  });

  it('its device is far from where it is reckoned to wait: the board says how far and whom to ask, until it is there', async () => {
    const { house } = screens;
    const [schedule] = await house.store.read(SYSTEM_SCOPE, (tables) => tables.days.listSchedules(TOWN_DAY));
    const stand = schedule!.stops.find(({ state }) => state === 'planned')!;
    const { lon, lat } = stand.place!.coordinates;
    const seen = async (minutes: number, north: number) => {
      house.clock.moveTo(momentOf(TOWN_DAY, stand.arrival + minutes * 60));
      const head = { id: `seen-${minutes}`, shiftId: schedule!.shiftId, deviceTime: house.clock.now() };
      const place = { type: 'position' as const, at: { lon, lat: lat + north } };
      expect((await house.stages.operations.report({ ...head, ...place }, SYSTEM_ACTOR)).ok).toBe(true);
    };
    await seen(6, 0.03);
    const board = await screens.open('/desk/', { width: 1280, height: 800 });
    await signInByKeys(board, 'plans');
    await board.locator('.strayStrip', { hasText: /磐梯町役場.*約3km離れています.*まで待つ予定/ }).waitFor();
    await board.locator('.boardSilent', { hasText: '≠ 別の所 3km' }).waitFor();
    expect(await board.locator('.boardLegend').textContent()).toContain('≠ 別の所で待つ');
    expect(await board.locator('.strayStrip a').getAttribute('href')).toMatch(/^tel:/);
    expect(await axeFindings(board)).toEqual([]);
    expect((await cutOffAtTwice(board)).filter((part) => part.includes('stray'))).toEqual([]);
    await board.evaluate(`localStorage.setItem('ainori.language', 'en')`);
    await board.reload();
    await board.locator('.strayStrip', { hasText: /about 3 km away.*It is to wait until/ }).waitFor();
    await seen(7, 0);
    await board.locator('.strayStrip').waitFor({ state: 'detached' });
  });

  it('the day is over: the board says that it is in the depot', async () => {
    await driveUntil(screens.house, 18 * HOUR, 0);
    const board = await screens.open('/desk/', { width: 1280, height: 800 });
    await signInByKeys(board, 'plans');
    await board.locator('.boardHome', { hasText: '車庫' }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    expect(screens.complaints).toEqual([]);
  });
});
