import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RideView } from '../../../backend/contract/index.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { addHabit, deskTownWithAge, haruOf, PAIR_NUMBER, YOUNG } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { reportCall } from '../../support/reportCall.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { pointerEvents, watchPointer } from './countedKeys.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('calls that are not the usual ones, by keyboard alone', () => {
  const screens = withScreens(async () => ({ town: await deskTownWithAge() }));
  let house: House;
  let desk: Page;

  beforeAll(async () => {
    house = screens.house;
    await addHabit(house, haruOf(house));
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    await house.signIn({ role: 'dispatcher', login: 'dispatch', displayName: '渡部' });
    desk = await screens.openDesk('desk');
    await watchPointer(desk);
  });

  const place = () => house.town.region.places[0]!.name;
  const field = (page: Page, name: string) =>
    page.locator('.bookingForm').getByLabel(name, { exact: false }).first();
  const focused = (page: Page) =>
    page.evaluate<string>('document.activeElement.labels?.[0]?.textContent ?? ""');
  async function rides(): Promise<(RideView & { reference: string | null })[]> {
    const { body } = await (await house.signIn({ role: 'administrator' })).get(
      `/api/v1/rides?day=${TOWN_DAY}`,
    );
    return body.rides;
  }

  /** Types into the search and takes the one that is meant. */
  async function chooseRider(page: Page, typed: string, name: string): Promise<void> {
    await page.keyboard.type(typed);
    await takeMatch(page, name);
    await page.locator('.riderName', { hasText: name }).waitFor();
  }

  async function chooseWay(page: Page, when: string): Promise<void> {
    await takeMatch(page, '自宅');
    await page.keyboard.type(place());
    await takeMatch(page, place());
    await page.keyboard.type(when);
    await page.keyboard.press('Enter');
  }

  it('a paper from the fax: without its number told beside the field; with it booked, and the number is kept', async () => {
    await desk.keyboard.press('Shift+F8');
    await expect.poll(() => focused(desk)).toContain('FAX番号');
    await desk.keyboard.press('Enter');
    await desk.locator('.field:has-text("FAX番号") .fieldError').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.type('F-0417');
    await desk.keyboard.press('Enter');
    await desk.locator('[role="combobox"]:focus').waitFor();
    await chooseRider(desk, 'えんどうごろう', '五郎');
    await chooseWay(desk, '13時半');
    await desk.locator('.readAloud').waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect(await rides()).toMatchObject([{ channel: 'fax', status: 'assigned', riderName: '遠藤 五郎' }]);
    const [booked] = await rides();
    const { body } = await (await house.signIn({ role: 'operator' })).get(`/api/v1/rides/${booked!.id}`);
    expect(body.ride.reference).toBe('F-0417');
    await desk.keyboard.press('Enter');
    await desk.locator('.callerQuiet').waitFor();
    expect(await desk.locator('.bookingForm').textContent()).not.toContain('FAX番号');
  });

  it('not entitled: the operator is told why and who may allow it, and has no way to', async () => {
    await desk.keyboard.press('F2');
    await chooseRider(desk, 'ひらいでしょうた', YOUNG);
    await chooseWay(desk, '14');
    await desk.locator('.readAloud-no', { hasText: '60歳以上' }).waitFor();
    expect(await desk.locator('.refusalBox').textContent()).toContain('配車係か管理者が、理由を書いて');
    expect(await desk.locator('.overrideForm').count()).toBe(0);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('x');
    expect(await desk.locator('.readAloud-no').count()).toBe(1);
  });

  it('a dispatcher: the reason is asked for, without it nothing is sent; with it booked, and on record', async () => {
    const page = await screens.openDesk('dispatch');
    await page.locator('.board').waitFor();
    await watchPointer(page);
    await page.keyboard.press('F9');
    await page.keyboard.press('F2');
    await chooseRider(page, 'ひらいでしょうた', YOUNG);
    await chooseWay(page, '14');
    await page.locator('.overrideForm').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await page.locator('.overrideForm .fieldError').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('町の窓口が認めました');
    await page.keyboard.press('Enter');
    await page.locator('.offerRow').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.agreedCard').waitFor();
    const booked = (await rides()).find(
      ({ riderName, status }) => riderName === YOUNG && status === 'assigned',
    );
    const events = await house.store.read({ kind: 'system' }, (tables) =>
      tables.events.listByRide(booked!.id),
    );
    expect(events.map(({ body }) => body)).toContainEqual({
      type: 'RuleOverridden',
      rule: 'anyOf',
      reason: '町の窓口が認めました',
      byRole: 'dispatcher',
    });
    expect(await pointerEvents(page)).toBe(0);
    await page.context().close();
  });

  it('the letters choose what is read aloud, Enter books it', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Control+A');
    await chooseRider(desk, 'えんどうはる', 'ハル');
    await desk.locator('.usualRide').first().waitFor();
    await desk.keyboard.press('1');
    await desk.keyboard.type('14時から');
    await desk.keyboard.press('Enter');
    await desk.locator('.offerRow').nth(1).waitFor();
    const read = () => desk.locator('.readAloud').textContent();
    const first = await read();
    await desk.keyboard.press('b');
    await desk.locator('.offerRow[aria-pressed="true"]', { hasText: 'B' }).waitFor();
    expect(await read()).not.toBe(first);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('a');
    expect(await read()).toBe(first);
    await desk.keyboard.press('b');
    const second = await desk.locator('.offerRow[aria-pressed="true"] strong').first().textContent();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    const booked = (await rides()).find(
      ({ riderName, status }) => riderName === '遠藤 ハル' && status === 'assigned',
    );
    const clock = (seconds: number) =>
      [seconds / 3600, (seconds / 60) % 60]
        .map((part) => String(Math.floor(part)).padStart(2, '0'))
        .join(':');
    expect(second).toContain(clock(booked!.promisedPickup!.earliest));
  });

  it('way home when she rings: she rings, one key leads to her ride, Enter books it and its time is read aloud', async () => {
    await desk.keyboard.press('w');
    await desk.locator('.bookButton', { hasText: '連絡待ち' }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.callerQuiet').waitFor();
    house.clock.moveTo(momentOf(TOWN_DAY, 15.5 * 3600));
    await reportCall(house, { id: 'ready', state: 'answered', number: PAIR_NUMBER, operator: 'desk' });
    await desk.locator('.screenPop-answered').waitFor();
    await desk.keyboard.press('F3');
    const haru = desk.locator('.popPeople .cardStop', { hasText: 'ハル' });
    await haru.waitFor();
    await desk.keyboard.press((await haru.locator('.key').textContent()) ?? '');
    const ride = desk.locator('.cardRides .cardStop', { hasText: '連絡待ち' });
    await ride.waitFor();
    while (!(await desk.evaluate<string>('document.activeElement.textContent')).includes('連絡待ち')) {
      await desk.keyboard.press('ArrowDown');
    }
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: '帰りの用意ができた' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('ArrowDown');
    await expect
      .poll(() => desk.evaluate<string>('document.activeElement.textContent'))
      .toContain('用意ができた');
    await desk.keyboard.press('Enter');
    await desk.locator('.cardSentence').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    const home = (await rides()).find(
      ({ riderName, returnOf }) => riderName === '遠藤 ハル' && returnOf !== null,
    );
    expect(home?.status).toBe('assigned');
    await desk.locator('.cardRides .cardStop', { hasText: '便が決定' }).nth(1).waitFor();
    expect(await desk.locator('.cardSentence').textContent()).toContain('ご予約できました');
  });

  it('another rider in the middle of the booking: what was said stays, nothing of the former goes with it', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Control+A');
    await chooseRider(desk, 'えんどうごろう', '五郎');
    await desk.locator('.usualRide').first().waitFor();
    await desk.keyboard.press('0');
    await takeMatch(desk, '自宅');
    await desk.keyboard.type(place());
    await takeMatch(desk, place());
    await desk.keyboard.type('16');
    await desk.keyboard.press('F6');
    await desk.keyboard.press('ArrowUp');
    await field(desk, '申し送り').focus();
    await desk.keyboard.type('娘さんの携帯へ');
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Control+A');
    await chooseRider(desk, 'えんどうはる', 'ハル');
    expect(await desk.getByRole('spinbutton', { name: '付き添い' }).inputValue()).toBe('0');
    expect(await desk.locator('.desk').textContent()).not.toContain('五郎 様');
    expect(await field(desk, 'どこまで').inputValue()).toBe(place());
    expect(await field(desk, 'いつ').inputValue()).toBe('16');
    await desk.keyboard.press('F6');
    expect(await field(desk, '申し送り').inputValue()).toBe('');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('another rider after a usual ride of the former: places and time go too', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Control+A');
    await chooseRider(desk, 'えんどうはる', 'ハル');
    await desk.locator('.usualRide').first().waitFor();
    await desk.keyboard.press('1');
    expect(await field(desk, 'いつ').inputValue()).not.toBe('16');
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Control+A');
    await chooseRider(desk, 'えんどうごろう', '五郎');
    for (const name of ['どこから', 'どこまで', 'いつ']) {
      expect(await field(desk, name).inputValue()).toBe('');
    }
  });

  it('the whole way: no mouse, nothing the browser complained about', async () => {
    expect(await pointerEvents(desk)).toBe(0);
    expect(screens.complaints).toEqual([]);
  });
});
