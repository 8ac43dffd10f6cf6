import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../support/openHouse.ts';
import { oneVehicleTown } from '../../support/trialTown.ts';
import { withDatabase } from '../../support/withDatabase.ts';
import { axeFindings, signInByKeys } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

/** Longer than the push takes, shorter than the screens' safety poll of 20 s: seen in this time, it was the push. */
const PUSH_MS = 10_000;

describe("a booking taken at the phone desk, seen on the driver's page", () => {
  const database = withDatabase();
  const screens = withScreens(async () => ({
    town: await oneVehicleTown(),
    openStore: (clock) => database.openStore({ clock }),
  }));
  let house: House;
  let desk: Page;
  let cab: Page;
  let riderName: string;
  let placeName: string;

  beforeAll(async () => {
    house = screens.house;
    const { town } = house;
    const { familyName, givenName } = town.people[0]!;
    riderName = `${familyName} ${givenName}`;
    const boardingPoint = town.region.boardingPoints[0]!;
    placeName = town.region.places.find((place) => place.id === boardingPoint.placeId)!.name;
    await house.signIn({ role: 'operator', login: 'desk' });
    await house.signIn({ role: 'driver', login: 'cab', vehicleId: town.region.operations.vehicles[0]!.id });
    desk = await screens.open('/desk/');
    cab = await screens.open('/driver/', { width: 600, height: 960 });
  });

  it('sign-in page: axe finds nothing', async () => {
    await desk.locator('form').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('both sign in with keys alone: the desk shows the empty day, the driver a day without stops', async () => {
    await signInByKeys(desk, 'desk');
    await signInByKeys(cab, 'cab');
    await desk.locator('.bookingForm').waitFor();
    await desk.keyboard.press('F4');
    await desk.locator('.stateNote', { hasText: 'まだありません' }).waitFor();
    await desk.locator('.connection-connected').waitFor();
    await cab.locator('main').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('who, from, to and when, by keyboard: offers with a sentence to read aloud', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.type(riderName);
    await desk.locator('.comboItem', { hasText: riderName }).first().waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await takeMatch(desk, riderName);
    await desk.locator('.riderName', { hasText: riderName }).waitFor();
    await takeMatch(desk, '自宅');
    await desk.keyboard.type(placeName);
    await takeMatch(desk, placeName);
    await desk.keyboard.type('11時');
    await desk.keyboard.press('Enter');
    await desk.locator('.readAloud').waitFor();
    expect(await desk.locator('.readAloud').textContent()).toMatch(/時.*まいります/);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it("Enter on the first offer: booked, and on the driver's page at once", async () => {
    const seen = cab
      .getByText(riderName)
      .first()
      .waitFor({ timeout: PUSH_MS })
      .then(() => performance.now());
    const accepted = desk
      .waitForResponse((response) => response.url().endsWith('/bookings'))
      .then((response) => [response.status(), performance.now()] as const);
    await desk.keyboard.press('Enter');
    const [status, acceptedAt] = await accepted;
    const seenAt = await seen;
    console.log(`phone booking on the driver's page: ${Math.round(seenAt - acceptedAt)} ms (bar: 2000 ms)`);
    expect(status).toBe(200);
    await desk.locator('.agreedCard').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('F4');
    await desk.locator('.rideRow', { hasText: riderName }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect(await axeFindings(cab)).toEqual([]);
  });

  it('board and map: the shift has the stops, axe finds nothing', async () => {
    await desk.keyboard.press('F9');
    await desk.locator('.boardBlock').first().waitFor();
    await desk.locator('.regionMap').waitFor();
    expect(await desk.locator('.boardLine').count()).toBe(1);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it("cancelled with a reason: gone from the driver's page", async () => {
    await desk.locator('.rideRow', { hasText: riderName }).click();
    await desk.locator('.rideCancel').click();
    expect(await axeFindings(desk)).toEqual([]);
    const gone = cab
      .locator('.riderName', { hasText: riderName })
      .waitFor({ state: 'detached', timeout: PUSH_MS });
    await desk.locator('dialog .button-danger').click();
    await desk.locator('.rideRow-cancelled').waitFor();
    await gone;
    await desk.locator('dialog', { hasText: '取り消しました' }).waitFor();
  });

  it('taken back at once: the ride stands again as it was promised; cancelled again, Enter closes', async () => {
    await desk.locator('dialog').getByRole('button', { name: '元に戻す' }).click();
    await desk.locator('.rideRow-cancelled').waitFor({ state: 'detached' });
    await desk.locator('.rideCancel').click();
    await desk.locator('dialog .button-danger').click();
    await desk.locator('dialog', { hasText: '取り消しました' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('Enter');
    await desk.locator('dialog').waitFor({ state: 'detached' });
    await desk.locator('.rideRow-cancelled').waitFor();
  });

  it('the whole way: nothing the browser complained about, the content security policy included', () => {
    expect(screens.complaints).toEqual([]);
  });
});
