import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { addDays } from '../../../backend/domain/units/time.ts';
import type { House } from '../../support/openHouse.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { wishInput } from '../../support/wishInput.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

/** The house stands on 24 November 2026; a series that begins in the summer after it meets お盆. */
const SUMMER = '2027-08-02';

describe('standing orders and calls to make, by keys only', () => {
  const screens = withScreens();
  let house: House;
  let desk: Page;

  beforeAll(async () => {
    house = screens.house;
    await house.signIn({ role: 'operator', login: 'desk' });
    desk = await screens.openDesk('desk');
  });

  const rider = () => house.town.people[1]!;
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await desk.keyboard.press(key);
  };
  const shots = process.env.AINORI_SHOTS;
  const shoot = async (name: string) => {
    if (!shots) return;
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
    ] as const) {
      await desk.setViewportSize({ width, height });
      await desk.screenshot({ path: `${shots}/${name}-${width}.png` });
    }
    await desk.setViewportSize({ width: 1280, height: 800 });
  };
  const dates = async () =>
    (await desk.locator('.dateRow').allTextContents()).map((text) => text.replaceAll(/\s+/g, ' '));

  it('nobody is to be rung, nobody waits: said in words, nothing for axe to find', async () => {
    await keys('Shift+F2');
    await desk.locator('.callsRoom .stateNote').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await keys('Shift+F3');
    await desk.locator('.waitlistRoom .stateNote').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('a standing order over お盆: its dates are left out with the reason', async () => {
    await keys('Shift+F4');
    await desk.locator('.standingRoom').waitFor();
    await desk.keyboard.type(`${rider().familyName} ${rider().givenName}`);
    await takeMatch(desk, `${rider().familyName} ${rider().givenName}`);
    await desk.locator('.contactPart fieldset').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByRole('button', { name: '新しい定期予約' }).focus();
    await keys('Enter');
    await desk.locator('.seriesForm').waitFor();
    // An empty form is told field by field.
    await keys('Escape');
    await desk.getByRole('button', { name: 'この内容で決める' }).focus();
    await keys('Enter');
    expect(await desk.locator('.seriesForm .fieldError').count()).toBe(5);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByRole('combobox', { name: 'どこから' }).focus();
    await keys('ArrowDown', 'Enter');
    await desk.keyboard.type(house.town.region.places[0]!.name);
    await takeMatch(desk, house.town.region.places[0]!.name);
    // Monday is where the caret stands now; Friday is four further on.
    await keys('Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Space');
    await desk.getByLabel('時刻', { exact: true }).focus();
    await desk.keyboard.type('10');
    await desk.getByLabel('帰りの時刻').focus();
    await desk.keyboard.type('13');
    await desk.getByLabel('始まりの日').fill(SUMMER);
    await expect.poll(dates).toContainEqual(expect.stringContaining('お盆'));
    const shown = await dates();
    // Monday 2 August; Friday 13 is お盆; Monday 16 still is; Friday 20 goes on.
    expect(shown[0]).toContain('8月2日');
    expect(shown.find((text) => text.includes('8月13日'))).toMatch(/休み.*お盆/);
    expect(shown.find((text) => text.includes('8月16日'))).toMatch(/休み.*お盆/);
    expect(shown.find((text) => text.includes('8月20日'))).toMatch(/乗る/);
    await shoot('standing-obon');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('one date left out by one key; kept, changed to another time: the exception is still there', async () => {
    await desk.locator('.dateRows').focus();
    await keys('ArrowDown', 'x');
    await expect.poll(dates).toContainEqual(expect.stringMatching(/8月6日.*この日は休む/));
    await desk.getByLabel('帰りの時刻').focus();
    await keys('Enter');
    await desk.locator('.orderLine').waitFor();
    await desk.getByLabel('時刻', { exact: true }).fill('930');
    await keys('Enter');
    await desk.locator('.seriesMade[role=status]', { hasText: '決めました' }).waitFor();
    await expect.poll(dates).toContainEqual(expect.stringMatching(/8月2日.*09:30/));
    expect(await dates()).toContainEqual(expect.stringMatching(/8月6日.*休み|休み.*8月6日/));
    const [order] = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.listByPerson(rider().id),
    );
    expect(order).toMatchObject({
      exceptions: [{ day: '2027-08-06', kind: 'skip' }],
      outbound: { kind: 'arriveBy', second: 9.5 * 3600 },
    });
  });

  it('two pauses, a wheelchair, another time on one date, one more date: kept, and shown in the dates', async () => {
    const add = desk.getByRole('button', { name: 'お休みを足す' });
    await add.focus();
    // The caret goes into the new row; the browser's own field takes day, month and year.
    await keys('Enter');
    await desk.getByLabel('いつから').fill('2027-08-23');
    await desk.getByLabel('いつまで').fill('2027-08-20');
    await add.focus();
    await keys('Enter');
    await desk.getByLabel('いつから').nth(1).fill('2027-09-06');
    await desk.getByLabel('いつまで').nth(1).fill('2027-09-10');
    await desk.getByLabel('車いす').focus();
    await keys('Space');
    await desk.getByLabel('帰りの時刻').focus();
    await keys('Enter');
    expect(await desk.locator('.pauseRow .fieldError').allTextContents()).toEqual([
      expect.stringContaining('始まりより後の日'),
    ]);
    await desk.getByLabel('いつまで').first().fill('2027-08-27');
    expect(await axeFindings(desk)).toEqual([]);
    await shoot('standing-pauses');
    // What is not kept yet outlives closing the editor and a reload.
    await desk.getByRole('button', { name: '閉じる' }).focus();
    await keys('Enter');
    await desk.reload();
    await desk.locator('.bookingForm, .standingRoom').first().waitFor();
    await keys('Shift+F4');
    await desk.locator('.orderLine button').first().waitFor();
    await desk.locator('.orderLine button').first().focus();
    await keys('Enter');
    await desk.locator('.pauseRow').nth(1).waitFor();
    expect(await desk.locator('.seriesUnkept').textContent()).toContain('まだ決めていない');
    await desk.getByLabel('帰りの時刻').focus();
    await keys('Enter');
    await desk.locator('.seriesMade[role=status]', { hasText: '決めました' }).waitFor();
    await expect.poll(dates).toContainEqual(expect.stringMatching(/8月23日.*お休み中/));

    await desk.locator('.dateRows').focus();
    await keys('ArrowDown', 'ArrowDown', 't');
    await desk.locator('.dateTimesForm').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByLabel('行きの時刻').fill('ごご');
    await keys('Enter');
    expect(await desk.locator('.dateTimesForm .fieldError').count()).toBe(1);
    await desk.getByLabel('行きの時刻').fill('11');
    await shoot('standing-other-times');
    await keys('Enter');
    await expect.poll(dates).toContainEqual(expect.stringMatching(/8月9日.*11:00.*別の時刻/));
    await desk.getByLabel('ほかの日にも乗る').fill('2027-08-10');
    await desk.getByRole('button', { name: 'この日を足す' }).focus();
    await keys('Enter');
    await expect.poll(dates).toContainEqual(expect.stringMatching(/乗る.*8月10日.*足した日/));
    const [order] = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.listByPerson(rider().id),
    );
    expect(order).toMatchObject({
      needs: ['wheelchair'],
      pauses: [
        { from: '2027-08-23', to: '2027-08-27' },
        { from: '2027-09-06', to: '2027-09-10' },
      ],
    });
    expect(order!.exceptions.map(({ day, kind, outbound }) => [day, kind, outbound?.second ?? null])).toEqual(
      [
        ['2027-08-06', 'skip', null],
        ['2027-08-09', 'times', 11 * 3600],
        ['2027-08-10', 'ride', null],
      ],
    );
    await shoot('standing-all');
  });

  it('a colleague changes the series first: shown what they changed, and both changes are kept', async () => {
    const [order] = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.listByPerson(rider().id),
    );
    await house.store.write(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.update(
        { ...order!, revision: order!.revision + 1, note: '勝手口で待つ' },
        order!.revision,
      ),
    );
    await desk.getByLabel('付き添い', { exact: true }).fill('1');
    await keys('Enter');
    const stale = desk.locator('.staleChoice');
    await stale.getByText('ほかの係の内容にします: 勝手口で待つ').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await shoot('standing-stale');
    await desk.getByRole('button', { name: '両方を合わせて、入力に戻る' }).focus();
    await keys('Enter');
    await desk.locator('.seriesUnkept', { hasText: '両方を合わせました' }).waitFor();
    await keys('Enter');
    await desk.locator('.seriesMade[role=status]', { hasText: '決めました' }).waitFor();
    const [kept] = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.listByPerson(rider().id),
    );
    expect(kept).toMatchObject({ companions: 1, note: '勝手口で待つ' });
  });

  it('best hours to call: told in two fields, and kept', async () => {
    await desk.getByRole('button', { name: '電話に出やすい時間 変える' }).focus();
    await keys('Enter');
    await desk.keyboard.type('7');
    await keys('Tab');
    await desk.keyboard.type('5');
    await keys('Enter');
    await desk.locator('.bestHours strong', { hasText: '07:00–17:00' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    const wish = await house.store.read(SYSTEM_SCOPE, (tables) => tables.contactWishes.find(rider().id));
    expect(wish?.bestHours).toEqual({ earliest: 7 * 3600, latest: 17 * 3600 });
  });

  it('a call is owed: the count in the head rises, it is rung, read aloud, ended and taken back', async () => {
    const now = house.clock.now();
    const owed = {
      personId: rider().id,
      reason: 'eveningBefore' as const,
      subject: 'somebody',
      day: TOWN_DAY,
      dueAt: now,
      usefulUntil: now + 3_600_000,
    };
    await house.store.write(SYSTEM_SCOPE, async ({ callBacks, events }) => {
      await callBacks.owe([owed], now);
      await events.append([
        {
          occurredAt: now,
          day: TOWN_DAY,
          rideId: null,
          shiftId: null,
          municipality: rider().municipality,
          personId: rider().id,
          actor: 'system',
          body: { type: 'CallBackChanged', callBackId: 'any' },
        },
      ]);
    });
    const count = () => desk.locator('.deskCount').first().textContent();
    await expect.poll(count).toBe('1');
    await keys('Shift+F2');
    await desk.locator('.callSentence').waitFor();
    expect(await desk.locator('.callSentence').textContent()).toContain(
      'きょうのお迎えの時刻が決まりました。',
    );
    await shoot('calls');
    await keys('Enter');
    await desk.locator('.callOutcomes').waitFor();
    await shoot('calls-taken');
    expect(await axeFindings(desk)).toEqual([]);
    await keys('t');
    await expect.poll(count).toBe('0');
    await desk.locator('.toast').waitFor();
    await keys('u');
    await expect.poll(count).toBe('1');
    await desk.locator('.callOutcomes').waitFor();
    await keys('r');
    await expect.poll(() => desk.locator('.callSide').first().textContent()).toContain('つながらず 1回');
  });

  it('a second order for a ride that is booked: why its dates were not is read whole', async () => {
    const operator = await house.signIn({ role: 'operator' });
    const other = house.town.people[2]!;
    const [point] = house.town.region.boardingPoints;
    for (const weekdays of [[2, 5], [2]]) {
      const wish = wishInput({
        to: { kind: 'boardingPoint', id: point!.id },
        toName: point!.name,
        weekdays,
        startDay: addDays(TOWN_DAY, 7),
        outbound: { kind: 'arriveBy', at: '10:00' },
        homeward: { kind: 'departAfter', at: '13:00' },
      });
      const asked = { personId: other.id, wish, exceptions: [] };
      const made = await operator.post('/api/v1/standing-orders', asked, {
        'Idempotency-Key': `order-${weekdays.length}-0123456789`,
      });
      expect(made.status).toBe(201);
    }
    await keys('Shift+F4');
    await desk
      .locator('.standingRoom [role="combobox"]')
      .first()
      .fill(`${other.familyName} ${other.givenName}`);
    await takeMatch(desk, `${other.familyName} ${other.givenName}`);
    await desk.locator('.orderLine', { hasText: '火 10:00' }).locator('button').first().press('Enter');
    await desk.locator('.dateRefused', { hasText: '同じ行き先のご予約が、もうあります。' }).first().waitFor();
    const refused = desk.locator('.dateRow', { hasText: '同じ行き先の' }).first().locator('.dateMark');
    expect(await refused.textContent()).toBe('▲ 取れず');
    const hidden = await desk.evaluate<number>(`(() => {
      const { scrollWidth, clientWidth } = document.querySelector('.dateRows');
      return scrollWidth - clientWidth;
    })()`);
    expect(hidden).toBe(0);
    await shoot('standing-refused');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
