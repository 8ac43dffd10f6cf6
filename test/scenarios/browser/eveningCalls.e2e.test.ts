import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { noWish } from '../../../backend/domain/callBack/contactWish.ts';
import { addDays, momentOf } from '../../../backend/domain/units/time.ts';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import type { House } from '../../support/openHouse.ts';
import { sampleWaitlistEntry } from '../../support/sampleOwed.ts';
import { sampleRide } from '../../support/sampleRows.ts';
import { readTrialTown, TOWN_DAY, type TrialTown } from '../../support/trialTown.ts';
import { axeFindings } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const TOMORROW = addDays(TOWN_DAY, 1);
const RIDERS = 15;

/** The trial town where each rider has a telephone of their own. */
async function townOfTelephones(): Promise<TrialTown> {
  const { region, people } = await readTrialTown();
  return { region, people: people.map((person) => ({ ...person, householdId: `house of ${person.id}` })) };
}

describe('the evening before: two operators ring fifteen riders', () => {
  const screens = withScreens(async () => ({ town: await townOfTelephones() }));
  let house: House;
  let one: Page;
  let two: Page;

  beforeAll(async () => {
    house = screens.house;
    await bookTomorrow();
    house.clock.moveTo(momentOf(TOWN_DAY, 17.5 * 3600));
    await house.stages.noticeDesk.tellEveningBefore(TOMORROW);
    await house.signIn({ role: 'operator', login: 'one', displayName: '佐藤' });
    await house.signIn({ role: 'operator', login: 'two', displayName: '鈴木' });
    one = await openCalls('one');
    two = await openCalls('two');
  });

  /** Fifteen riders of fifteen households ride tomorrow and want an evening call; the third of them only from seven on. */
  async function bookTomorrow(): Promise<void> {
    await house.stages.dispatch.openDay(TOMORROW);
    const { people, region } = house.town;
    let called = 0;
    for (const [i, person] of people.entries()) {
      if (called === RIDERS || person.phone === '') continue;
      const booked = await bookFirstOffer(house, {
        personId: person.id,
        to: { kind: 'boardingPoint', id: region.boardingPoints[i % 7]!.id },
        day: TOMORROW,
        requested: { kind: 'arriveBy', second: (9 + (i % 6)) * 3600 },
      });
      if (!booked) continue;
      called += 1;
      const bestHours = called === 3 ? { earliest: 19 * 3600, latest: 20 * 3600 } : null;
      const wish = { ...noWish(person.id, person.municipality), eveningCall: true, bestHours };
      await house.store.write(SYSTEM_SCOPE, (tables) => tables.contactWishes.save(wish));
    }
    for (const [i, person] of people.slice(30, 42).entries()) {
      const { id, municipality } = person;
      const entry = sampleWaitlistEntry({
        id: `waitlist-${i}`,
        personId: id,
        municipality,
        deniedRideId: `denied-${i}`,
        day: addDays(TOWN_DAY, 1 + (i % 3)),
        input: {
          ...sampleWaitlistEntry().input,
          personId: id,
          to: { kind: 'boardingPoint', id: region.boardingPoints[i]!.id },
        },
        tries: i,
        ...(i < 2 && {
          state: 'held' as const,
          heldUntil: i === 0 ? momentOf(TOWN_DAY, 17.6 * 3600) : momentOf(TOMORROW, 7.8 * 3600),
        }),
      });
      const point = region.boardingPoints[i]!;
      const denied = sampleRide({
        id: entry.deniedRideId,
        personId: id,
        municipality,
        status: 'denied',
        day: entry.day,
        requested: { kind: 'arriveBy', second: 10 * 3600 },
        from: { id: `door:${id}`, name: 'ご自宅', municipality, coordinates: person.home },
        to: { ...point, municipality },
      });
      await house.store.write(SYSTEM_SCOPE, async (tables) => {
        await tables.rides.insert(denied);
        await tables.waitlist.insertNew(entry);
      });
    }
  }

  async function openCalls(login: string): Promise<Page> {
    const desk = await screens.openDesk(login);
    await desk.keyboard.press('Shift+F2');
    await desk.locator('.callSentence').first().waitFor();
    return desk;
  }
  const shoot = async (page: Page, name: string) => {
    const shots = process.env.AINORI_SHOTS;
    if (!shots) return;
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
      [640, 400],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${shots}/${name}-${width}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  /** The clock of the house stands still until it is moved; each change of the queue has a time of its own. */
  const goOn = () => house.clock.moveTo(house.clock.now() + 1000);
  const chosen = (page: Page) => page.locator('.callRow[aria-selected="true"] .callName').textContent();
  const counts = (page: Page) => page.locator('.callCounts').textContent();

  it('the queue: fourteen to ring now, one later in its best hours', async () => {
    await expect.poll(() => counts(one)).toBe(`今かける ${RIDERS - 1}軒・あとで 1軒`);
    expect(await one.locator('.callRow').last().textContent()).toContain('19:00から');
    expect(await axeFindings(one)).toEqual([]);
    await shoot(one, 'evening-queue');
  });

  it('one takes the first household: the other sees who, cannot ring it, and rings the next', async () => {
    const first = await chosen(one);
    expect(await chosen(two)).toBe(first);
    goOn();
    await one.keyboard.press('Enter');
    await one.locator('.callOutcomes').waitFor();
    await two.locator('.callTaken', { hasText: '佐藤' }).waitFor();
    // What the second operator looks at stays, and Enter does nothing to it.
    expect(await chosen(two)).toBe(first);
    await two.keyboard.press('Enter');
    expect(await two.locator('.callOutcomes').count()).toBe(0);
    expect(await axeFindings(two)).toEqual([]);
    await shoot(two, 'evening-taken');
    await two.keyboard.press('ArrowDown');
    goOn();
    await two.keyboard.press('Enter');
    await two.locator('.callOutcomes').waitFor();
    expect(await chosen(two)).not.toBe(first);
    await shoot(one, 'evening-ringing');
  });

  it('no answer twice: later by 15, then by 30 minutes; each time the next household is ready', async () => {
    const first = await chosen(one);
    goOn();
    await one.keyboard.press('r');
    await one.locator('.callCounts', { hasText: `今かける ${RIDERS - 2}軒` }).waitFor();
    await expect.poll(() => chosen(one)).not.toBe(first);
    house.clock.moveTo(momentOf(TOWN_DAY, 17.5 * 3600 + 15 * 60));
    const row = one.locator('.callRow', { hasText: first! });
    await one.reload();
    await one.locator('.connection-connected').waitFor();
    await one.keyboard.press('Shift+F2');
    await row.click();
    await one.locator('.callSentence').first().waitFor();
    goOn();
    await one.keyboard.press('Enter');
    await one.locator('.callOutcomes').waitFor();
    expect(await one.locator('.callAbout').textContent()).toContain('つながらず 1回（最後 17:30 出ない）');
    goOn();
    await one.keyboard.press('r');
    await expect.poll(() => row.textContent()).toContain('18:15から');
    expect(await row.textContent()).toContain('つながらず 2回');
  });

  it('busy: again in five minutes; an answering machine: as if nobody had answered', async () => {
    await expect.poll(() => one.locator('.callOutcomes').count()).toBe(0);
    const second = await chosen(one);
    goOn();
    await one.keyboard.press('Enter');
    await one.locator('.callOutcomes').waitFor();
    goOn();
    await one.keyboard.press('b');
    await expect
      .poll(() => one.locator('.callRow', { hasText: second! }).textContent())
      .toContain('17:50から');
    await expect.poll(() => chosen(one)).not.toBe(second);
    const third = await chosen(one);
    goOn();
    await one.keyboard.press('Enter');
    await one.locator('.callOutcomes').waitFor();
    goOn();
    await one.keyboard.press('m');
    await expect
      .poll(() => one.locator('.callRow', { hasText: third! }).textContent())
      .toContain('18:00から');
    await shoot(one, 'evening-tried');
  });

  it('the rest is told, one after the other, without looking for the next', async () => {
    // A telephone is held for five minutes: the first operator has rung this household meanwhile, and it was busy.
    goOn();
    await expect.poll(() => two.locator('.callOutcomes').count()).toBe(0);
    await two.keyboard.press('Enter');
    await two.locator('.callOutcomes').waitFor();
    goOn();
    await two.keyboard.press('t');
    for (let left = RIDERS - 4; left > 0; left -= 1) {
      await expect.poll(() => one.locator('.callOutcomes').count()).toBe(0);
      await expect.poll(() => counts(one)).toMatch(new RegExp(`^今かける ${left}軒`));
      goOn();
      await one.keyboard.press('Enter');
      await one.locator('.callOutcomes').waitFor();
      goOn();
      await one.keyboard.press('t');
    }
    await expect.poll(() => counts(one)).toBe('今かける 0軒・あとで 3軒');
    expect(await axeFindings(one)).toEqual([]);
    await shoot(one, 'evening-later');
  });

  it('in English, and the waitlist with twelve riders: nothing for axe to find, at 200 % either', async () => {
    await one.keyboard.press('Shift+F3');
    await one.locator('.waitRow').nth(11).waitFor();
    const held = await one.locator('.waitHeld').allTextContents();
    expect(held.sort()).toEqual(['● 席あり（11月25日（水） 07:48 まで）', '● 席あり（17:36 まで）']);
    const sure = one.getByRole('button', { name: 'もう一度押すと、やめます' });
    await one.keyboard.press('Enter');
    await sure.waitFor();
    await one.keyboard.press('ArrowDown');
    expect(await sure.count()).toBe(0);
    expect(await axeFindings(one)).toEqual([]);
    await shoot(one, 'waitlist');
    await one.setViewportSize({ width: 640, height: 400 });
    expect(await axeFindings(one)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await one.evaluate(overflow)).toBe(false);
    await one.keyboard.press('Shift+F2');
    await one.locator('.callRow').first().waitFor();
    expect(await axeFindings(one)).toEqual([]);
    expect(await one.evaluate(overflow)).toBe(false);
    await one.setViewportSize({ width: 1280, height: 800 });
    await one.locator('.deskWho').click();
    await one.getByRole('button', { name: 'English' }).click();
    await shoot(one, 'evening-english');
    await one.keyboard.press('Shift+F3');
    await one.locator('.waitRow').first().waitFor();
    expect(await axeFindings(one)).toEqual([]);
    await shoot(one, 'waitlist-english');
    expect(screens.complaints).toEqual([]);
  });
});
