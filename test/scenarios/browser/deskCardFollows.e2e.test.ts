import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { addDays } from '../../../backend/domain/units/time.ts';
import { bookFromHome } from '../../support/bookFromHome.ts';
import { addHabit, deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('the card of a rider whose rides change while it is open', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;
  const lines = () => desk.locator('.cardRides .rideLine');

  beforeAll(async () => {
    house = screens.house;
    await addHabit(house, haruOf(house));
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    desk = await screens.openDesk('desk');
    await desk.keyboard.press('F2');
    await desk.keyboard.type('えんどうはる');
    await takeMatch(desk, 'ハル');
    await desk.locator('.usualRide').first().waitFor();
    await desk.locator('.cardNone').waitFor();
  });

  it('booked in this call: on the card before the call is closed, where the caret does not move', async () => {
    await desk.keyboard.press('1');
    await desk.keyboard.type('13');
    await desk.keyboard.press('Enter');
    await desk.locator('.bookButton').waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    await expect.poll(() => lines().count()).toBe(1);
    expect(await desk.evaluate('document.activeElement.textContent')).toContain('次の受付');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('booked and cancelled by somebody else meanwhile: on the card at once, and what is typed stays', async () => {
    await desk.keyboard.press('m');
    await desk.keyboard.type('15時半');
    const requested = { kind: 'departAfter', second: 16 * 3600 } as const;
    const elsewhere = await bookFromHome(house, { personId: haruOf(house).id, requested });
    await expect.poll(() => lines().count()).toBe(2);
    await house.stages.booking.cancel(elsewhere.id, 'riderAsked', SYSTEM_ACTOR);
    await lines().filter({ hasText: '取り消し' }).waitFor();
    expect(await desk.evaluate('document.activeElement.value')).toBe('15時半');
    expect(screens.complaints).toEqual([]);
  });

  it('booked and cancelled by somebody else for another day than the one shown: on the card, too', async () => {
    const before = await lines().count();
    const day = addDays(TOWN_DAY, 3);
    const later = await bookFromHome(house, { personId: haruOf(house).id, day });
    await expect.poll(() => lines().count()).toBe(before + 1);
    await lines().filter({ hasText: '11月27日' }).waitFor();
    await house.stages.booking.cancel(later.id, 'riderAsked', SYSTEM_ACTOR);
    await expect.poll(() => lines().count()).toBe(before);
    // Another day is looked at, and today's rides are still followed.
    await desk.locator('.dayStep').last().dispatchEvent('click');
    const requested = { kind: 'departAfter', second: 18 * 3600 } as const;
    const today = await bookFromHome(house, { personId: haruOf(house).id, requested });
    await expect.poll(() => lines().count()).toBe(before + 1);
    await house.stages.booking.cancel(today.id, 'riderAsked', SYSTEM_ACTOR);
    await expect.poll(() => lines().filter({ hasText: '取り消し' }).count()).toBe(2);
    await desk.locator('.dayStep').nth(-2).dispatchEvent('click');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('nothing has the focus while the other side searches, and the card changes: it does not take the keys', async () => {
    await desk.evaluate('document.activeElement.blur()');
    const before = await lines().count();
    const requested = { kind: 'departAfter', second: 17 * 3600 } as const;
    await bookFromHome(house, { personId: haruOf(house).id, requested });
    await expect.poll(() => lines().count()).toBe(before + 1);
    expect(await desk.evaluate('document.activeElement === document.body')).toBe(true);
  });

  it('standing orders are asked for in the call: the rider on the card comes along, and a new one is one key away', async () => {
    await desk.keyboard.press('Shift+F4');
    await desk.locator('.standingRoom .contactPart').waitFor();
    expect(await desk.locator('.standingRoom input').first().inputValue()).toBe('遠藤 ハル');
    expect(await desk.evaluate('document.activeElement.textContent')).toContain('新しい定期予約');
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('F9');
  });

  it('a rider searched while the server is away: said so, and found by itself when it is back', async () => {
    screens.wire.cut();
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Control+A');
    await desk.keyboard.type('えんどうごろう');
    await desk.locator('.comboNote', { hasText: 'つながりません' }).waitFor();
    screens.wire.join();
    await takeMatch(desk, '五郎');
    await desk.locator('.riderName', { hasText: '五郎' }).waitFor();
  });
});
