import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookFromHome, oweCall } from '../../support/bookFromHome.ts';
import { addHabit, deskTown, haruOf, PAIR_NUMBER } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { reportCall } from '../../support/reportCall.ts';
import { wishInput } from '../../support/wishInput.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

/** A slow line: answers that come when the operator has gone on to something else. */
describe('answers that come late at the desk', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;

  beforeAll(async () => {
    house = screens.house;
    await addHabit(house, haruOf(house));
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    desk = await screens.openDesk('desk');
  });

  const third = () => house.town.people[2]!;
  const button = (name: string) => desk.getByRole('button', { name, exact: false });
  const speaks = (name: string) =>
    desk.locator('.proxyChoice .cardStop', { hasText: name }).first().getAttribute('aria-pressed');

  /**
   * Holds the answer of the next question to an address: it is asked, and what the server says comes only when it is
   * let go. Answers how to wait until the server has said it, and how to let it go and be sure that the page has it.
   */
  async function holdNext(path: RegExp): Promise<{ asked: Promise<void>; letGo: () => Promise<void> }> {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let tellAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      tellAsked = resolve;
    });
    let address = '';
    await desk.route(
      path,
      async (route) => {
        address = route.request().url();
        const response = await route.fetch();
        tellAsked();
        await held;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    return {
      asked,
      async letGo() {
        const come = desk.waitForResponse(address);
        release();
        await (await come).finished();
        // What the page does with it is done before it draws next.
        await desk.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
      },
    };
  }

  it('two calls: the household of the one that was left does not push the other away', async () => {
    await reportCall(house, { id: 'pair', state: 'answered', number: PAIR_NUMBER, operator: 'desk' });
    await reportCall(house, { id: 'third', state: 'answered', number: third().phone, operator: 'desk' });
    const popOf = (number: string) => desk.locator('.screenPop', { hasText: number });
    const first = await holdNext(/\/telephony\/calls\/[^/]+\/confirm$/);
    await popOf(third().phone).locator('button').first().click();
    await first.asked;
    await popOf(PAIR_NUMBER).locator('button').first().click();
    await desk.locator('.screenPop-open', { hasText: PAIR_NUMBER }).waitFor();
    await first.letGo();
    expect(await desk.locator('.screenPop-open .popNumber').allTextContents()).toEqual([PAIR_NUMBER]);
  });

  it('a call put away while it was being told whom it is about: it does not come back', async () => {
    const open = desk.locator('.screenPop-open');
    const told = await holdNext(/\/telephony\/calls\/[^/]+\/confirm$/);
    await open.getByRole('button', { name: '遠藤 五郎' }).click();
    await told.asked;
    await open.getByRole('button', { name: '片づける' }).click();
    await open.waitFor({ state: 'detached' });
    await told.letGo();
    await desk.keyboard.press('Shift+F1');
    await desk.locator('.riderEntry .riderForm').waitFor();
    expect(await desk.getByLabel('電話', { exact: true }).inputValue()).toBe(third().phone);
    await desk.keyboard.press('Escape');
    await reportCall(house, { id: 'pair', state: 'ended', number: PAIR_NUMBER, operator: 'desk' });
    await desk.getByRole('button', { name: '片づける' }).click();
    await desk.locator('.screenPop').waitFor({ state: 'detached' });
  });

  it('the card cannot be read again: what is known stays, with the reason, until it can', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.type('えんどうはる');
    await takeMatch(desk, 'ハル');
    await desk.locator('.usualRides').waitFor();
    await desk.route(/\/people\/[^/]+\/card$/, (route) => route.abort());
    await button('電話に出やすい時間 変える').click();
    await desk.getByLabel('何時から').fill('17');
    await desk.getByLabel('何時まで').fill('19');
    await desk.getByLabel('何時まで').press('Enter');
    await desk.locator('.riderCard .faultNotice').waitFor();
    await desk.locator('.usualRides').waitFor();
    await desk.unroute(/\/people\/[^/]+\/card$/);
    await desk.locator('.riderCard .faultNotice button').click();
    await desk.locator('.bestHours', { hasText: '17:00–19:00' }).waitFor();
    expect(await desk.locator('.riderCard .faultNotice').count()).toBe(0);
  });

  it('a proxy registered for the rider before: does not speak for the one chosen since', async () => {
    await button('代理の方を登録する').click();
    const form = desk.locator('.proxyForm');
    await form.getByLabel('お名前', { exact: true }).fill('物江 美咲');
    await form.getByLabel('ご本人が今日、了解した').check();
    const added = await holdNext(/\/people\/[^/]+\/proxies$/);
    await desk.locator('dialog').getByRole('button', { name: '登録する' }).click();
    await added.asked;
    await desk.locator('dialog').getByRole('button', { name: 'やめる' }).click();
    await desk.locator('.cardMembers button', { hasText: '五郎' }).click();
    await desk.locator('.riderName', { hasText: '遠藤 五郎' }).waitFor();
    await added.letGo();
    expect(await speaks('ご本人')).toBe('true');
  });

  it('the standing orders of one rider: do not stand under the name of the next', async () => {
    const haru = haruOf(house);
    const [place] = house.town.region.places;
    const wish = wishInput({
      to: { kind: 'place', id: place!.id },
      toName: place!.name,
      weekdays: [1],
      startDay: '2027-02-01',
      endDay: '2027-02-02',
      outbound: { kind: 'arriveBy', at: '10:00' },
      homeward: null,
    });
    const operator = await house.signIn({ role: 'operator' });
    const made = await operator.post('/api/v1/standing-orders', { personId: haru.id, wish, exceptions: [] });
    expect(made.status).toBe(201);
    await desk.keyboard.press('Shift+F4');
    const search = desk.locator('.standingSide input').first();
    const orders = await holdNext(new RegExp(`/people/${haru.id}/standing-orders$`));
    await search.fill('えんどうはる');
    await takeMatch(desk, 'ハル');
    await orders.asked;
    await search.fill('えんどうごろう');
    await takeMatch(desk, '五郎');
    await desk.locator('.standingSide .stateNote', { hasText: 'まだありません' }).waitFor();
    await orders.letGo();
    expect(await desk.locator('.orderLine').count()).toBe(0);
  });

  it('a call that somebody else takes at the same moment: why it is not ours stays, whatever news comes', async () => {
    await oweCall(house, await bookFromHome(house));
    await desk.keyboard.press('Shift+F2');
    await desk.locator('.callPhone').waitFor();
    const other = await house.signIn({ role: 'operator', login: 'other', displayName: '渡部' });
    const { groups } = (await other.get('/api/v1/call-backs')).body;
    await desk.route(
      /\/call-backs\/[^/]+\/take$/,
      async (route) => {
        await other.post(`/api/v1/call-backs/${groups[0].calls[0].id}/take`, {});
        await route.continue();
      },
      { times: 1 },
    );
    await desk.getByRole('button', { name: '電話する' }).click();
    await desk.locator('.callTaken', { hasText: '渡部' }).waitFor();
    expect(await desk.locator('.callsList .faultNotice').count()).toBe(1);
    // Each change of the queue has a time of its own.
    house.clock.moveTo(house.clock.now() + 1000);
    await other.post(`/api/v1/call-backs/${groups[0].calls[0].id}/put-down`, {});
    await desk.getByRole('button', { name: '電話する' }).click();
    await desk.locator('.callOutcomes').waitFor();
    expect(await desk.locator('.callsList .faultNotice').count()).toBe(0);
  });

  it('how a call went, and the answer is lost: said so, and recorded once when answers come again', async () => {
    screens.wire.loseAnswers();
    await desk.locator('.callOutcomes button').first().click();
    await desk.locator('.callsList .unsentNotice').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    screens.wire.join();
    await desk.locator('.toast', { hasText: '様の電話を記録しました' }).waitFor();
    expect(await desk.locator('.callsList .faultNotice, .callsList .unsentNotice').count()).toBe(0);
    await desk.locator('.connection-connected').waitFor();
  });

  it('a ride cancelled, and the answer is lost: said so, and then what was agreed, without another key', async () => {
    await desk.keyboard.press('F9');
    await desk.keyboard.press('F2');
    await desk.keyboard.type('えんどうはる');
    await takeMatch(desk, 'ハル');
    await desk.locator('.cardRides .cardStop').first().focus();
    await desk.keyboard.press('x');
    const sheet = desk.locator('dialog');
    screens.wire.loseAnswers();
    await sheet.getByRole('button', { name: '取り消す', exact: true }).click();
    await sheet.locator('.unsentNotice').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    screens.wire.join();
    await sheet.getByRole('heading', { name: '取り消しました' }).waitFor();
    await sheet.getByRole('button', { name: '閉じる' }).click();
    await desk.locator('.connection-connected').waitFor();
  });

  it('two entries of one person cannot be read: said so, and no more once they are', async () => {
    await desk.keyboard.press('Shift+F6');
    await desk.route(/\/people\/duplicates$/, (route) => route.abort());
    await desk.getByRole('button', { name: '重複', exact: true }).click();
    await desk.locator('.ridersCard .faultNotice').waitFor();
    await desk.unroute(/\/people\/duplicates$/);
    await desk.locator('.ridersCard .faultNotice button').click();
    await desk.locator('.ridersCard .stateNote, .mergePair').first().waitFor();
    expect(await desk.locator('.ridersCard .faultNotice').count()).toBe(0);
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
