import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { personName } from '../../../backend/domain/person/person.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { clockText, momentOf } from '../../../backend/domain/units/time.ts';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { longDayTown, TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, setLargeLetters, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const HOUR = 3600;

describe('a driver without a working device rings the desk to go home', () => {
  const screens = withScreens(async () => ({ town: await longDayTown() }));
  let board: Page;
  let cab: Page;
  let ride: Ride;

  const book = (person: number, second: number) =>
    bookFirstOffer(screens.house, {
      personId: screens.house.town.people[person]!.id,
      requested: { kind: 'departAfter', second },
    });
  const schedule = async () => {
    const listed = await screens.house.store.read(SYSTEM_SCOPE, ({ days }) => days.listSchedules(TOWN_DAY));
    return listed[0];
  };
  const sheet = () => board.locator('dialog[open]');
  const row = () => board.locator('.boardLine').first();

  beforeAll(async () => {
    const { house } = screens;
    house.clock.moveTo(momentOf(TOWN_DAY, 8 * HOUR));
    const vehicleId = house.town.region.operations.vehicles[0]!.id;
    await house.signIn({ role: 'driver', login: 'cab', vehicleId });
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
    await house.signIn({ role: 'operator', login: 'desk' });
    ride = (await book(0, 10 * HOUR))!;
    cab = await screens.open('/driver/', { width: 360, height: 740 });
    await signInByKeys(cab, 'cab');
    await cab.locator('.stopCard').waitFor();
    board = await screens.openDesk('plans');
  });

  it('somebody is still to be fetched: who, and that they are moved first; a press opens that ride', async () => {
    await row().focus();
    await board.keyboard.press('e');
    await sheet().getByText('まだ業務終了にできません').waitFor();
    await sheet().getByText('お迎えの予定が1件残っています').waitFor();
    expect(await sheet().locator('.button-danger').count()).toBe(0);
    expect(await axeFindings(board)).toEqual([]);
    await sheet().locator('.shiftLeftRide').press('Enter');
    await board.locator('.rideCard .rideTimes').waitFor();
    expect(await sheet().count()).toBe(0);
    await screens.house.stages.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
    await cab.locator('.actNone', { hasText: '待機中' }).waitFor();
  });

  it('by keyboard: asked, with the way out marked; ended, and the driver reads that it was the office', async () => {
    await row().focus();
    await board.keyboard.press('e');
    await sheet().getByText('事務所が業務終了にします').waitFor();
    await sheet().getByText('便は19:00までの予定です').waitFor();
    expect(await axeFindings(board)).toEqual([]);
    expect((await cutOffAtTwice(board)).filter((part) => /dialog|move/.test(part))).toEqual([]);
    // Enter twice ends nothing.
    await board.keyboard.press('Enter');
    await sheet().waitFor({ state: 'detached' });
    expect((await schedule())?.ended).toBeUndefined();
    await board.keyboard.press('e');
    await sheet().getByRole('button', { name: '業務を終える' }).press('Enter');
    await board.locator('.toast', { hasText: 'を業務終了にしました' }).waitFor();
    await board.locator('.boardHome', { hasText: '終了 08:00' }).waitFor();
    await board.locator('.rideCard', { hasText: '08:00（配車 渡部）' }).waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await cab.locator('h1', { hasText: '08:00に、事務所が業務終了にしました' }).waitFor();
    expect(await axeFindings(cab)).toEqual([]);
    expect(await book(1, 11 * HOUR)).toBeNull();
  });

  it('U: the driver goes on after all, and rides come again', async () => {
    await row().focus();
    await board.keyboard.press('u');
    await board.locator('.toast', { hasText: 'の業務を再開しました' }).waitFor();
    await board.locator('.boardHome').waitFor({ state: 'detached' });
    await cab.locator('.actNone', { hasText: '待機中' }).waitFor();
    expect((await schedule())?.ended).toBeUndefined();
  });

  it('by pointer, and taken back from what is said for ten seconds', async () => {
    await row().locator('.boardName').click();
    await board.locator('.rideCard button', { hasText: '業務を終える' }).click();
    await sheet().getByRole('button', { name: '業務を終える' }).click();
    const toast = board.locator('.toast', { hasText: 'を業務終了にしました' });
    await toast.locator('button', { hasText: '元に戻す' }).click();
    await board.locator('.rideCard button', { hasText: '業務を終える' }).waitFor();
    expect((await schedule())?.ended).toBeUndefined();
  });

  it('somebody is booked while it is asked: refused in words with what to do, and the shift goes on', async () => {
    await row().focus();
    await board.keyboard.press('e');
    await sheet().getByText('事務所が業務終了にします').waitFor();
    await board.route(/\/end$/, async (route) => {
      ride = (await book(2, 12 * HOUR))!;
      await route.continue();
    });
    await sheet().getByRole('button', { name: '業務を終える' }).press('Enter');
    await sheet().getByText('まだ業務終了にできません').waitFor();
    await sheet().getByText('先に「別の車へ」（M）で移してください').first().waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await board.keyboard.press('Enter');
    await sheet().waitFor({ state: 'detached' });
    await board.unroute(/\/end$/);
    expect((await schedule())?.ended).toBeUndefined();
  });

  it('letters of twice the size: the card and the question show all of themselves', async () => {
    const large = await screens.open('/desk/');
    await setLargeLetters(large);
    await signInByKeys(large, 'plans');
    await large.locator('.connection-connected').waitFor();
    await large.locator('.boardLine .boardName').first().click();
    await large.locator('.driverReports', { hasText: '次の行き先' }).waitFor();
    await large.locator('.rideCard button', { hasText: '業務を終える' }).press('Enter');
    await large.locator('dialog[open] .shiftLeftRide').waitFor();
    const sticksOut = await large.evaluate<readonly string[]>(`(() => {
      const room = document.documentElement.clientWidth + 0.5;
      return [...document.querySelectorAll('.rideCard *, dialog[open] *')]
        .filter((part) => part.getBoundingClientRect().right > room)
        .map((part) => part.className);
    })()`);
    expect(sticksOut).toEqual([]);
    expect(await axeFindings(large)).toEqual([]);
  });

  it('the device is dead with a rider on the way: each tap is reported by the desk, and the driver’s page follows', async () => {
    const reports = board.locator('.driverReports');
    const agreeTo = async (word: string) => {
      await reports.getByRole('button', { name: word }).press('Enter');
      await sheet().getByText('元には戻せません').waitFor();
      await sheet().getByRole('button', { name: '記録する' }).press('Enter');
      await sheet().waitFor({ state: 'detached' });
    };
    const now = reports.getByLabel('いま', { exact: true });
    screens.house.clock.moveTo(momentOf(TOWN_DAY, ride.scheduled.pickup!));
    const arrived = reports.getByRole('button', { name: /到着$/ });
    // The letter opens the card where it is not open, and reports only what is in sight.
    await board.locator('.rideCard').getByRole('button', { name: '閉じる' }).press('Enter');
    await reports.waitFor({ state: 'detached' });
    await row().press('r');
    await arrived.waitFor();
    expect(await cab.locator('.actButton-board').count()).toBe(0);
    await row().press('r');
    await cab.locator('.actButton-board').waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await reports.getByRole('button', { name: '「到着」 を取り消す' }).press('Enter');
    await cab.locator('.actButton-arrive').waitFor();
    await reports.getByLabel('5分前').press('Space');
    await reports.getByLabel('5分前').press('r');
    await cab.locator('.actButton-board').waitFor();
    // What comes next was just now, whatever was chosen for what is reported.
    expect(await now.isChecked()).toBe(true);
    // Enter twice reports nobody.
    const aboard = reports.getByRole('button', { name: 'お乗りになりました' });
    await aboard.press('Enter');
    await sheet().getByText('元には戻せません').waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await board.keyboard.press('Enter');
    await sheet().waitFor({ state: 'detached' });
    await agreeTo('お乗りになりました');
    await cab.locator('.actButton-depart').waitFor();
    await row().press('e');
    await sheet().getByText('電話で聞いて、この便の枠から代わりに記録できます').waitFor();
    await board.keyboard.press('Enter');
    await agreeTo('出発');
    screens.house.clock.moveTo(momentOf(TOWN_DAY, ride.scheduled.dropoff!));
    await arrived.press('Enter');
    await agreeTo('お降りになりました');
    await cab.locator('.actButton-depart').waitFor();
    await row().press('e');
    await sheet().getByRole('button', { name: '業務を終える' }).press('Enter');
    await cab.locator('h1', { hasText: '事務所が業務終了にしました' }).waitFor();
    await reports.waitFor({ state: 'detached' });
    expect((await schedule())?.ended).toBeDefined();
  });

  it('several get in at one stop: who is chosen is reported, as of no time before the last report', async () => {
    const { house } = screens;
    await row().press('u');
    await board.locator('.toast', { hasText: 'の業務を再開しました' }).waitFor();
    const [from, to] = house.town.region.boardingPoints;
    const together = (person: number) =>
      bookFirstOffer(house, {
        personId: house.town.people[person]!.id,
        from: { kind: 'boardingPoint', id: from!.id },
        to: { kind: 'boardingPoint', id: to!.id },
        requested: { kind: 'departAfter', second: 15 * HOUR },
      });
    const first = (await together(3))!;
    const second = (await together(4))!;
    house.clock.moveTo(momentOf(TOWN_DAY, second.scheduled.pickup!));
    const reports = board.locator('.driverReports');
    const who = reports.getByRole('group', { name: 'どなたか' });
    const nameOf = (person: number) => personName(house.town.people[person]!);
    // A page asks for the time as it opens.
    await board.reload();
    await board.locator('.connection-connected').waitFor();
    await row().press('r');
    await reports.getByRole('button', { name: /到着/ }).waitFor();
    await row().press('r');
    await who.getByLabel(nameOf(4)).press('Space');
    expect(await axeFindings(board)).toEqual([]);
    await reports.getByLabel('10分前').press('Space');
    await row().press('r');
    await sheet()
      .getByText(`${nameOf(4)} 様 お乗りになりました`)
      .waitFor();
    // Ten minutes ago the vehicle was not there yet.
    await sheet()
      .getByText(`、${clockText(second.scheduled.pickup!)}のこととして記録します`)
      .waitFor();
    await sheet().getByText('前の記録と同じ時刻にします').waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await sheet().getByRole('button', { name: '記録する' }).press('Enter');
    await sheet().waitFor({ state: 'detached' });
    await reports.getByRole('button', { name: `${nameOf(3)} 様 お乗りになりました` }).waitFor();
    expect(await reports.getByLabel('いま', { exact: true }).isChecked()).toBe(true);
    const [waits, rides] = await house.store.read(SYSTEM_SCOPE, async (tables) => [
      await tables.rides.find(first.id),
      await tables.rides.find(second.id),
    ]);
    expect(waits?.status).toBe('vehicleArrived');
    expect(rides).toMatchObject({ status: 'onBoard', performed: { pickup: second.scheduled.pickup } });
  });

  it('the telephone desk sees the shift and whom to ring, and does not end it', async () => {
    const desk = await screens.openDesk('desk');
    await desk.keyboard.press('F9');
    await desk.locator('.boardLine .boardName').first().click();
    await desk.locator('.rideCard', { hasText: '運転手' }).waitFor();
    expect(await desk.locator('.rideCard .rideActs').count()).toBe(0);
    await desk.locator('.boardLine').first().press('e');
    expect(await desk.locator('dialog[open]').count()).toBe(0);
    expect(screens.complaints).toEqual([]);
  });
});
