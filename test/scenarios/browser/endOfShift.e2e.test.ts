import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { longDayTown, TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const HOUR = 3600;

describe('the only driver of the day goes home early', () => {
  const screens = withScreens(async () => ({ town: await longDayTown() }));
  let cab: Page;
  let board: Page;

  const book = (person: number, second: number) =>
    bookFirstOffer(screens.house, {
      personId: screens.house.town.people[person]!.id,
      requested: { kind: 'departAfter', second },
    });
  /** Is the shift over for the server, and how often was it said? */
  const said = async () => {
    const { schedules, events } = await screens.house.store.read(SYSTEM_SCOPE, async (tables) => ({
      schedules: await tables.days.listSchedules(TOWN_DAY),
      events: await tables.events.listByDay(TOWN_DAY),
    }));
    const told = events.map(({ body }) => body.type).filter((type) => type === 'ShiftEnded');
    return `${schedules[0]?.ended === undefined ? 'open' : 'ended'} ${told.length}`;
  };
  const asLaidOut = async (page: Page) => {
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
  };
  const endOnPage = async () => {
    await cab.locator('.nothingToShow button', { hasText: '業務を終える' }).click();
    await cab.locator('dialog .button-danger', { hasText: '業務を終える' }).click();
    await cab.locator('h1', { hasText: 'に業務を終えました' }).waitFor();
  };

  beforeAll(async () => {
    const { house } = screens;
    house.clock.moveTo(momentOf(TOWN_DAY, 8 * HOUR));
    await house.signIn({
      role: 'driver',
      login: 'cab',
      vehicleId: house.town.region.operations.vehicles[0]!.id,
    });
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
  });

  it('somebody is still to be fetched: the menu says so, and whom to ring', async () => {
    const ride = await book(0, 10 * HOUR);
    cab = await screens.open('/driver/', { width: 360, height: 740 });
    await signInByKeys(cab, 'cab');
    await cab.locator('.stopCard').waitFor();
    await cab.locator('.statusMenu').click();
    await cab.locator('dialog button', { hasText: '業務を終える' }).click();
    await cab.locator('.dialogTitle', { hasText: 'まだ業務を終えられません' }).waitFor();
    await cab.locator('dialog a[href^="tel:"]', { hasText: '事務所に電話' }).waitFor();
    // Clear of the sentence above it: it is pressed at arm's length.
    const gap = await cab.evaluate<number>(`(() => {
      const link = document.querySelector('dialog a[href^="tel:"]');
      return link.getBoundingClientRect().top - link.previousElementSibling.getBoundingClientRect().bottom;
    })()`);
    expect(gap).toBeGreaterThanOrEqual(8);
    expect(await cab.locator('dialog .button-danger').count()).toBe(0);
    await asLaidOut(cab);
    await screens.house.stages.booking.cancel(ride!.id, 'riderAsked', SYSTEM_ACTOR);
  });

  it('nobody is left: the open question turns by itself into what it means, with a way out of it', async () => {
    await cab.locator('.dialogTitle', { hasText: '業務を終えますか' }).waitFor();
    await cab.locator('dialog .warnWords', { hasText: 'この便は' }).waitFor();
    await asLaidOut(cab);
    await cab.locator('dialog button', { hasText: 'まだ続ける' }).click();
    expect(await said()).toBe('open 0');
  });

  it('without a network: taken back while it is on the device, and it never reaches the server', async () => {
    screens.wire.cut();
    await endOnPage();
    await cab.locator('.actUndo', { hasText: '「業務終了」 を取り消す' }).click();
    await cab.locator('.actNone', { hasText: '待機中' }).waitFor();
    await endOnPage();
    await cab.locator('.actNone', { hasText: '業務終了' }).waitFor();
    await asLaidOut(cab);
    screens.wire.join();
    await expect.poll(said, { timeout: 40_000 }).toBe('ended 1');
    await asLaidOut(cab);
  });

  it('the board says since when, and nobody is given to the vehicle', async () => {
    board = await screens.open('/desk/', { width: 1280, height: 800 });
    await signInByKeys(board, 'plans');
    await board.locator('.boardHome', { hasText: '終了 08:00' }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    expect(await book(1, 11 * HOUR)).toBeNull();
  });

  it('taken back on the page after a reload: rides come again', async () => {
    await cab.reload();
    await cab.locator('.nothingToShow button', { hasText: '業務終了を取り消す' }).click();
    await expect.poll(said, { timeout: 40_000 }).toBe('open 1');
    await board.locator('.boardHome').waitFor({ state: 'detached' });
    expect((await book(1, 11 * HOUR))?.status).toBe('assigned');
    await cab.locator('.stopCard').waitFor();
  });

  it('ended without a network while a desk books somebody: refused in words, with what to do, and the ride is there', async () => {
    const before = (
      await screens.house.store.read(SYSTEM_SCOPE, ({ rides }) => rides.listByDay(TOWN_DAY))
    ).find(({ status }) => status === 'assigned');
    await screens.house.stages.booking.cancel(before!.id, 'riderAsked', SYSTEM_ACTOR);
    await cab.locator('.actNone', { hasText: '待機中' }).waitFor();
    screens.wire.cut();
    await endOnPage();
    expect((await book(2, 12 * HOUR))?.status).toBe('assigned');
    screens.wire.join();
    const refused = cab.locator('.notice-bad', { hasText: '受け付けられなかった記録 「業務終了」' });
    await refused.waitFor({ timeout: 40_000 });
    expect(await refused.textContent()).toMatch(/お迎えの予定が残っています（1件）。.*事務所に電話して/);
    await cab.locator('.stopCard').waitFor();
    expect(await said()).toBe('open 1');
    await asLaidOut(cab);
    expect(screens.complaints).toEqual([]);
  });
});
