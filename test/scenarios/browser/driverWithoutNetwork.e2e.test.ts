import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { House } from '../../support/openHouse.ts';
import { oneVehicleTown, TOWN_DAY } from '../../support/trialTown.ts';
import { withDatabase } from '../../support/withDatabase.ts';
import { axeFindings, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

describe('a driver whose device loses the network, and whose page is killed twice', () => {
  const database = withDatabase();
  const screens = withScreens(async () => ({
    town: await oneVehicleTown(),
    openStore: (clock) => database.openStore({ clock }),
  }));
  let house: House;
  let cab: BrowserContext;
  let page: Page;
  let rideId: string;

  beforeAll(async () => {
    house = screens.house;
    const { town } = house;
    await house.signIn({ role: 'driver', login: 'cab', vehicleId: town.region.operations.vehicles[0]!.id });
    const operator = await house.signIn({ role: 'operator' });
    const asked = await operator.post('/api/v1/requests', {
      channel: 'phone',
      personId: town.people[0]!.id,
      from: { kind: 'home' },
      to: { kind: 'boardingPoint', id: town.region.boardingPoints[0]!.id },
      time: { kind: 'departAfter', day: TOWN_DAY, at: '10:00' },
    });
    const booked = await operator.post(`/api/v1/offers/${asked.body.offers[0].id}/accept`, {});
    rideId = booked.body.ride.id;
    cab = await screens.browser.newContext({ viewport: { width: 600, height: 960 }, locale: 'ja-JP' });
  });

  async function openPage(): Promise<void> {
    page = await cab.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${screens.wire.address}/driver/`);
  }

  /** Taps the main button once it speaks of this act and a tap counts. */
  const tap = (act: string) => page.locator('.actButton:not([data-guarded])', { hasText: act }).click();
  const mainButton = (act: string) => page.locator('.actButton', { hasText: act });
  const waitingCount = () => page.locator('.statusWaiting');

  /** How many taps lie on the device's disk: shown at once, they are there a moment later. */
  const keptTaps = () =>
    page.evaluate<number>(`new Promise((resolve) => {
      const opening = indexedDB.open('ainori-driver');
      opening.onsuccess = () => {
        const reading = opening.result.transaction('records').objectStore('records').getAll();
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result.flatMap(({ entries }) => entries ?? []).length);
        };
      };
    })`);

  /** What the log says of the ride and its stops since the driver began, in order. */
  async function reported(): Promise<string[]> {
    const events = await house.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(TOWN_DAY));
    const reports = ['StopArrived', 'StopDeparted', 'VehicleArrived', 'RiderBoarded', 'RiderAlighted'];
    return events.map((event) => event.body.type).filter((type) => reports.includes(type));
  }

  it('signed in with a network: the next stop is on the card, and the page keeps itself on the device', async () => {
    await openPage();
    await signInByKeys(page, 'cab');
    await mainButton('到着').waitFor();
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('the network goes, arrived and boarded are tapped: shown at once, nothing has reached the server', async () => {
    screens.wire.cut();
    await tap('到着');
    await tap('お乗りになりました');
    await mainButton('出発').waitFor();
    await waitingCount().filter({ hasText: '2件' }).waitFor();
    await page.getByText('電波なし').waitFor();
    expect(await reported()).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('the page crashes and is opened again without a network: day and taps are still there', async () => {
    await expect.poll(keptTaps).toBe(2);
    await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => undefined)]);
    await page.close();
    await openPage();
    await waitingCount().filter({ hasText: '2件' }).waitFor();
    await tap('出発');
    await tap('到着');
    await mainButton('お降りになりました').waitFor();
    await expect.poll(keptTaps).toBe(4);
  });

  it('closed and opened once more, the last tap taken back and tapped again: it counts once', async () => {
    await page.close();
    await openPage();
    await tap('お降りになりました');
    await page.locator('.actUndo').click();
    await tap('お降りになりました');
    await tap('出発');
    await waitingCount().filter({ hasText: '6件' }).waitFor();
    expect(await reported()).toEqual([]);
  });

  it('the network is back: every tap has reached the server once, in order, within ten seconds', async () => {
    const backAt = performance.now();
    screens.wire.join();
    await waitingCount().filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
    const seconds = (performance.now() - backAt) / 1000;
    console.log(`taps of a driver without network on the server: ${seconds.toFixed(1)} s (bar: 10 s)`);
    expect(await reported()).toEqual([
      'VehicleArrived',
      'StopArrived',
      'RiderBoarded',
      'StopDeparted',
      'StopArrived',
      'RiderAlighted',
      'StopDeparted',
    ]);
    const ride = await house.store.read(SYSTEM_SCOPE, (tables) => tables.rides.find(rideId));
    expect(ride?.status).toBe('done');
  });

  it('opened again afterwards: nothing is sent twice', async () => {
    await page.reload();
    await page.locator('.statusFeed-connected').waitFor();
    await page.locator('.actNone').waitFor();
    expect(await reported()).toHaveLength(7);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('the rider is ready to go home and the network is away: kept, told later, and the answer stands on the day', async () => {
    const line = page.locator('.readyRiders li');
    const ready = line.getByRole('button', { name: '用意ができた' });
    await page.getByRole('button', { name: 'メニュー' }).click();
    await ready.waitFor();
    screens.wire.cut();
    await ready.click();
    await line.locator('.readyWaits', { hasText: 'つながりしだい' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '閉じる' }).click();
    await waitingCount().filter({ hasText: '1件' }).waitFor();
    screens.wire.join();
    const answer = page.locator('.notice', { hasText: 'お帰りの返事' });
    await answer.waitFor();
    // Nothing was booked for the way home: the driver is sent to the office.
    expect(await answer.textContent()).toContain('事務所に電話して');
    expect(await axeFindings(page)).toEqual([]);
    await answer.getByRole('button', { name: '確認しました' }).click();
    await answer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'メニュー' }).click();
    await line.locator('.faultNotice', { hasText: '事務所に電話して' }).waitFor();
    await ready.waitFor();
    expect(await line.locator('.readySentence').count()).toBe(0);
  });
});
