import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { personName } from '../../../backend/domain/person/person.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { addDays, momentOf } from '../../../backend/domain/units/time.ts';
import { bookFromHome } from '../../support/bookFromHome.ts';
import type { House } from '../../support/openHouse.ts';
import { oneVehicleTown, TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings, cutOffAtTwice, setLargeLetters, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

describe("a clinic's reception changes a patient's ride home in one step", () => {
  const screens = withScreens(async () => ({ town: await oneVehicleTown() }));
  let house: House;
  let page: Page;
  let ride: Ride;

  beforeAll(async () => {
    house = screens.house;
    ride = await bookHome();
    await house.signIn({ role: 'clinic', login: 'clinic', clinicId: 'clinic-1' });
    // The hour of the ride is over: the vehicle is late. A page asks for the time as it opens.
    house.clock.moveTo(momentOf(TOWN_DAY, 12.1 * 3600));
    page = await screens.open('/rider/');
  });

  /** A patient goes home from a boarding point at eleven. */
  function bookHome(): Promise<Ride> {
    const { people, region } = house.town;
    return bookFromHome(house, {
      channel: 'clinic',
      personId: people.find(({ clinicId }) => clinicId === 'clinic-1')!.id,
      from: { kind: 'boardingPoint', id: region.boardingPoints[0]!.id },
      to: { kind: 'home' },
    });
  }
  const current = (id: string) =>
    house.store.read(SYSTEM_SCOPE, async ({ rides }) => (await rides.find(id))!);
  const shoot = async (name: string) => {
    const folder = process.env.AINORI_SHOTS;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  it('the time is asked first, under the name of the patient; the ride stands meanwhile', async () => {
    const patient = house.town.people.find(({ id }) => id === ride.personId)!;
    await signInByKeys(page, 'clinic');
    await page.locator('.clinicDays').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await cutOffAtTwice(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'この予約を変える' }).click();
    await page.getByRole('heading', { level: 1, name: 'いつ乗りますか' }).waitFor();
    expect(await page.locator('.progress strong').textContent()).toContain(personName(patient));
    expect(await page.locator('.changingNote').textContent()).toContain('いまの予約はそのままです');
    // Home is called here as it is offered here, not as the desk calls it.
    expect(await page.locator('.answerText').allTextContents()).toContain('患者さんの自宅 へ');
    expect(await axeFindings(page)).toEqual([]);
    await shoot('clinic-change');
    const hours = page.locator('.pickOne', { hasText: '何時' });
    expect(await hours.locator(':checked').count()).toBe(0);
    expect(await page.locator('.stepDone .button-main').isDisabled()).toBe(true);
    await hours.locator('.tile', { hasText: /^2時/ }).click();
    await page.locator('.stepDone .button-main').click();
    await page.locator('.offerTake', { hasText: 'この時刻に変える' }).first().waitFor();
    expect((await current(ride.id)).status).toBe('assigned');
  });

  it('a new time taken: one ride in the place of the other, told as the clinic changed it', async () => {
    await page.locator('.offerTake').first().click();
    await page.getByRole('heading', { level: 1, name: '予約を変えました' }).waitFor();
    await shoot('clinic-changed');
    const old = await current(ride.id);
    expect(old).toMatchObject({ status: 'cancelled', endReason: 'changed', endedBy: { kind: 'clinic' } });
    expect(await current(old.replacedBy?.rideId ?? '')).toMatchObject({
      status: 'assigned',
      requested: { second: 14 * 3600 },
      personId: ride.personId,
    });
    await page.getByRole('button', { name: '予約の一覧へ' }).click();
    await expect.poll(() => page.locator('.rideCards .rideCard').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await shoot('clinic-list');
    expect(screens.complaints).toEqual([]);
  });

  it('the days that come: by the arrow keys, by seven days and by date, each with its number of rides', async () => {
    const chosen = page.locator('.clinicDays .tile:has(:checked)');
    await expect.poll(() => chosen.textContent()).toContain('1件');
    await chosen.locator('input').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => chosen.textContent()).toContain('あす');
    await page.getByText('この日の送迎はありません。').waitFor();
    await page.getByRole('button', { name: '次の7日' }).click();
    await expect.poll(() => page.getByLabel('日を選ぶ').inputValue()).toBe(addDays(TOWN_DAY, 7));
    await page.getByLabel('日を選ぶ').fill(addDays(TOWN_DAY, 30));
    await expect.poll(() => chosen.textContent()).toContain('0件');
    expect(await axeFindings(page)).toEqual([]);
    await shoot('clinic-days');
    await page.getByRole('button', { name: 'きょうに戻る' }).click();
    await expect.poll(() => chosen.textContent()).toContain('1件');
    expect(screens.complaints).toEqual([]);
  });

  it.each([
    ['en', 'Booked'],
    ['ja', '予約済み'],
  ])('how the ride stands, in a rider’s word: %s', async (language, word) => {
    await page.evaluate(`localStorage.setItem('ainori.language', '${language}')`);
    await page.reload();
    await page.locator('.rideCard .badge', { hasText: word }).waitFor();
  });

  it.each(['en', 'ja'])(
    'letters of twice the size: a ride is in sight, other days are one press away: %s',
    async (language) => {
      const large = await screens.open('/rider/');
      await setLargeLetters(large);
      await large.evaluate(`localStorage.setItem('ainori.language', '${language}')`);
      await large.reload();
      await signInByKeys(large, 'clinic');
      const promise = large.locator('.rideCard .ridePromise').first();
      await promise.waitFor();
      const bottom = async (part: Locator) => {
        const { y, height } = (await part.boundingBox())!;
        return y + height;
      };
      const foot = (await large.locator('.riderFoot').boundingBox())!;
      expect(await bottom(promise)).toBeLessThan(foot.y);
      expect(await axeFindings(large)).toEqual([]);
      const fold = large.locator('.clinicDayNow button');
      const days = large.locator('.clinicDays .tile');
      await fold.click();
      await days.nth(1).click();
      await days.first().waitFor({ state: 'hidden' });
      await expect
        .poll(() => large.locator('.clinicDayNow strong').textContent())
        .toMatch(/(Wed 25 Nov|11月25日（水）) 0/);
      expect(await fold.getAttribute('aria-expanded')).toBe('false');
      // From day to day by keys: the choice stays open, and says which day it is.
      await large.keyboard.press('Enter');
      await large.locator('.clinicDays input:checked').focus();
      await large.keyboard.press('ArrowLeft');
      await promise.waitFor();
      expect(await days.first().isVisible()).toBe(true);
      expect(await axeFindings(large)).toEqual([]);
      expect(screens.complaints).toEqual([]);
    },
  );
});
