import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addHabit, deskTown, haruOf, PAIR_NUMBER } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { reportCall } from '../../support/reportCall.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { type CountedKeys, countedKeys, pointerEvents, watchPointer } from './countedKeys.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

const MOST_KEYS = 8;

describe('a call at the phone desk, by keyboard alone', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;
  let keys: CountedKeys;

  beforeAll(async () => {
    house = screens.house;
    await addHabit(house, haruOf(house));
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    desk = await screens.openDesk('desk');
    keys = countedKeys(desk);
    await watchPointer(desk);
  });

  const pageText = () => desk.locator('body').textContent();
  const rides = async () => {
    const { body } = await (await house.signIn({ role: 'administrator' })).get(
      `/api/v1/rides?day=${TOWN_DAY}`,
    );
    return body.rides as { id: string; status: string; riderName: string; returnOf: string | null }[];
  };

  it('the telephone rings: the number is there at once, and nothing personal', async () => {
    await reportCall(house, { id: 'call-1', number: PAIR_NUMBER, operator: 'desk' });
    await desk.locator('.screenPop', { hasText: PAIR_NUMBER }).waitFor();
    expect(await desk.locator('.screenPop').textContent()).toContain('登録 2人');
    expect(await desk.locator('.deskHeader').textContent()).toContain('待ち 1');
    expect(await pageText()).not.toContain('ハル');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the name is confirmed: the household, told apart by birth year and hamlet', async () => {
    await reportCall(house, { id: 'call-1', state: 'answered', number: PAIR_NUMBER, operator: 'desk' });
    await desk.locator('.screenPop-answered').waitFor();
    keys.count();
    await keys.press('F3');
    await desk.locator('.popPeople .cardStop').nth(1).waitFor();
    expect(await desk.locator('.popPeople').textContent()).toContain('昭和18年・高田');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the usual ride: booked with at most eight keys from the ringing telephone', async () => {
    const place = await desk
      .locator('.popPeople .cardStop', { hasText: 'ハル' })
      .locator('.key')
      .textContent();
    await keys.press(place ?? '');
    await desk.locator('.usualRide').first().waitFor();
    expect(await desk.locator('.riderNote').textContent()).toContain('玄関わきで待つ');
    // Figures mean the usual rides now, and nothing else shows any.
    expect(await desk.locator('.screenPop .key').count()).toBe(0);
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('1');
    expect(await desk.locator('.whenRead').textContent()).toContain('11:00 までに着く');
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('Enter');
    await desk.locator('.readAloud').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    const count = keys.count();
    console.log(`usual ride, from the ringing telephone to booked: ${count} keys (bar: ${MOST_KEYS})`);
    expect(count).toBeLessThanOrEqual(MOST_KEYS);
    expect((await rides()).map(({ status }) => status)).toEqual(['assigned']);
  });

  it('taken back within ten seconds: the same times are offered again, and can be booked again', async () => {
    await keys.press('F10');
    await desk.locator('.offerRow').first().waitFor();
    expect((await rides()).map(({ status }) => status)).toEqual(['offered']);
    await keys.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    expect((await rides()).map(({ status }) => status)).toEqual(['assigned']);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the way home at once: one key, the usual time stands there already', async () => {
    await keys.press('r');
    await expect.poll(() => desk.evaluate('document.activeElement.value')).toBe('13:00');
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('Enter');
    await desk.locator('.offerRow').first().waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    const booked = await rides();
    expect(booked.map(({ status }) => status)).toEqual(['assigned', 'assigned']);
    expect(booked.find(({ returnOf }) => returnOf !== null)).toBeDefined();
  });

  it('the next call: the form is empty, and only the way to take it back is left of the last caller', async () => {
    await keys.press('Enter');
    await desk.locator('.callerQuiet').waitFor();
    expect(await desk.locator('.callerPanel').textContent()).not.toContain('ハル');
    expect(await desk.locator('.bookingForm input').first().inputValue()).toBe('');
    await expect.poll(() => desk.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
  });

  it('her husband, without a telephone: searched, there by ten, home when he rings', async () => {
    await keys.press('F2');
    await keys.type('えんどうごろう');
    await takeMatch(desk, '五郎');
    await desk.locator('.usualRides .cardNone').waitFor();
    // The key for "somewhere else", by habit, where there is nothing to choose from: nothing is typed.
    await keys.press('0');
    await takeMatch(desk, '自宅');
    await keys.type(house.town.region.places[0]!.name);
    await takeMatch(desk, house.town.region.places[0]!.name);
    await keys.type('10時の予約');
    expect(await desk.locator('.whenRead').textContent()).toContain('10:00 までに着く');
    await keys.press('Enter');
    await desk.locator('.readAloud').waitFor();
    await keys.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    await keys.press('w');
    await desk.locator('.bookButton', { hasText: '連絡待ち' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    expect((await rides()).filter(({ status }) => status === 'willCall')).toHaveLength(1);
  });

  it('several dates in one call: each with its offer, booked by one key', async () => {
    await keys.press('m');
    await keys.type('25日、27日 10時');
    await keys.press('Enter');
    await desk.locator('.dateTab').nth(1).waitFor();
    await desk.locator('.bookButton', { hasText: '2件' }).waitFor();
    await keys.press('ArrowRight');
    await desk.locator('.dateTab[aria-current="true"]', { hasText: '27日' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    expect(await desk.locator('.dateTab-booked').count()).toBe(2);
  });

  it('help: every key in one sheet', async () => {
    await keys.press('?');
    await desk.locator('dialog[open]').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await keys.press('Escape');
    await desk.locator('dialog[open]').waitFor({ state: 'detached' });
  });

  it('the whole way: no mouse, nothing the browser complained about', async () => {
    expect(await pointerEvents(desk)).toBe(0);
    expect(screens.complaints).toEqual([]);
  });
});
