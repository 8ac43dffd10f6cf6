import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { driveUntil } from '../../support/livelyDay.ts';
import type { House } from '../../support/openHouse.ts';
import { longDayTown, TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const HOUR = 3600;

describe('a driver whose next pickup is hours away', () => {
  const screens = withScreens(async () => ({ town: await longDayTown() }));
  let house: House;
  let cab: Page;

  const book = (person: number, second: number) =>
    bookFirstOffer(house, {
      personId: house.town.people[person]!.id,
      from: { kind: 'boardingPoint', id: 'bp-wakamatsu-city-office' },
      to: { kind: 'boardingPoint', id: 'bp-bandai-office' },
      requested: { kind: 'departAfter', second },
    });

  beforeAll(async () => {
    house = screens.house;
    await book(0, 9 * HOUR);
    await book(1, 14 * HOUR);
    const { vehicles } = house.town.region.operations;
    await house.signIn({ role: 'driver', login: 'cab', vehicleId: vehicles[0]!.id });
    const [schedule] = await house.store.read(SYSTEM_SCOPE, (tables) => tables.days.listSchedules(TOWN_DAY));
    await driveUntil(house, schedule!.stops[1]!.arrival, 0);
    cab = await screens.open('/driver/', { width: 360, height: 740 });
    await signInByKeys(cab, 'cab');
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
