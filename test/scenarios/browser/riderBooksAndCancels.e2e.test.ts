import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../support/openHouse.ts';
import { oneVehicleTown } from '../../support/trialTown.ts';
import { withDatabase } from '../../support/withDatabase.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

describe('a rider books on a small phone, reloads in between, and cancels', () => {
  const database = withDatabase();
  const screens = withScreens(async () => ({
    town: await oneVehicleTown(),
    openStore: (clock) => database.openStore({ clock }),
  }));
  let house: House;
  let page: Page;
  let placeName: string;

  beforeAll(async () => {
    house = screens.house;
    const { town } = house;
    await house.signIn({ role: 'rider', login: 'rider', personId: town.people[0]!.id });
    const point = town.region.boardingPoints[0]!;
    placeName = town.region.places.find((place) => place.id === point.placeId)!.name;
    page = await screens.open('/rider/', { width: 360, height: 740 });
  });

  const question = (text: string) => page.getByRole('heading', { level: 1, name: text });
  const tile = (label: string, text: string) =>
    page.locator('.pickOne', { hasText: label }).locator('.tile', { hasText: text }).click();
  const next = () => page.locator('.stepDone .button-main').click();

  it('signed in: no rides yet, and the telephone number at the foot', async () => {
    await signInByKeys(page, 'rider');
    await page.getByText('これからの予約はありません。').waitFor();
    expect(await page.locator('.riderFoot a').getAttribute('href')).toBe('tel:0242-00-0000');
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
  });

  it('home is the first answer; the place is found by its name', async () => {
    await page.getByRole('button', { name: '新しく予約する' }).click();
    await question('どこから乗りますか').waitFor();
    expect(await cutOffAtTwice(page)).toEqual([]);
    // With letters of twice the size the next question is in sight without a scroll.
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    await page.locator('.choiceCard', { hasText: '自宅' }).click();
    await question('どこへ行きますか').waitFor();
    const asked = (await question('どこへ行きますか').boundingBox())!;
    expect(asked.y).toBeGreaterThan(-1);
    expect(asked.y + asked.height).toBeLessThan((await page.locator('.riderFoot').boundingBox())!.y);
    await page.evaluate(`document.documentElement.style.fontSize = ''`);
    await page.getByRole('searchbox').fill(placeName);
    await page.locator('.choiceCard', { hasText: placeName }).first().waitFor();
    expect(await cutOffAtTwice(page)).toEqual([]);
    await page.locator('.choiceCard', { hasText: placeName }).first().click();
    await question('いつ乗りますか').waitFor();
    expect(await page.locator('.progress').textContent()).toBe('あと2つ');
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
  });

  it('reloaded in the middle: the same question, nothing asked twice', async () => {
    await tile('どちらの時刻', 'から乗る');
    await tile('何日', 'きょう');
    expect(await linesOf('.tiles-days .tile:has(:checked)', '11月24日')).toBe(1);
    // The hour after eleven is called here as in what is said of it.
    await tile('何時', '昼の 12時');
    await page.locator('.stepAnswer', { hasText: '昼の12時から乗る' }).waitFor();
    expect(await cutOffAtTwice(page)).toEqual([]);
    await tile('何時', '11時');
    await page.reload();
    await question('いつ乗りますか').waitFor();
    await page.getByText(/午前11時から乗る/).waitFor();
    await next();
    await question('だれと乗りますか').waitFor();
  });

  it('the phone’s back button goes one question back, and forward again', async () => {
    await page.goBack();
    await question('いつ乗りますか').waitFor();
    await next();
    await question('だれと乗りますか').waitFor();
  });

  it('alone: two or three times, each with a sentence that can be read to somebody', async () => {
    expect(await cutOffAtTwice(page)).toEqual([]);
    await page.locator('.choiceCard', { hasText: 'ひとりで乗る' }).click();
    await page.locator('.offerCard').first().waitFor();
    const sentences = await page.locator('.offerSentence').allInnerTexts();
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    for (const sentence of sentences) expect(sentence).toMatch(/午前\d+時.*まいります/);
    const arrivals = await page.locator('p.offerTime').allInnerTexts();
    sentences.forEach((sentence, i) => {
      const arrival = /(午前|昼の|午後)[\d時分]+/.exec(arrivals[i] ?? '')?.[0] ?? 'no time';
      expect(sentence).toContain(`には${arrival}`);
    });
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
  });

  it('the first one taken: booked, said in one sentence, and among my rides', async () => {
    await page.locator('.offerTake').first().click();
    await question('予約できました').waitFor();
    expect(await page.locator('.bookedSentence').textContent()).toContain('お待ちください');
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
    // Somebody who closes the page here and comes back has booked: no half of a booking is offered to go on with.
    await page.reload();
    await page.locator('.rideCard').waitFor();
    await page.getByRole('button', { name: '新しく予約する' }).waitFor();
    expect(await page.getByRole('button', { name: '予約の続きをする' }).count()).toBe(0);
    const { body } = await (await administrator()).get('/api/v1/rides?day=2026-11-24');
    expect(body.rides.filter((ride: { status: string }) => ride.status === 'assigned')).toHaveLength(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
  });

  it('the vehicle’s name stays whole, however wide the page is', async () => {
    const { name } = house.town.region.operations.vehicles[0]!;
    const broken = [];
    for (let width = 320; width <= 520; width += 5) {
      await page.setViewportSize({ width, height: 740 });
      if ((await linesOf('.rideCard .rideMoment', name)) !== 1) broken.push(width);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    expect(broken).toEqual([]);
  });

  it('changed to another time: the ride stands until the new time is taken, and is one ride then', async () => {
    await page.getByRole('button', { name: 'この予約を変える' }).click();
    await question('いつ乗りますか').waitFor();
    expect(await page.locator('.changingNote').textContent()).toContain('いまの予約はそのままです');
    await tile('何時', '10時');
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
    await next();
    await page.locator('.offerTake', { hasText: 'この時刻に変える' }).first().waitFor();
    expect(await assigned()).toHaveLength(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
    const [before] = await assigned();
    await page.locator('.offerTake').first().click();
    await question('予約を変えました').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
    await page.getByRole('button', { name: '予約の一覧へ' }).click();
    await expect.poll(() => page.locator('.rideCard').count()).toBe(1);
    const [after, ...others] = await assigned();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ changedFrom: { rideId: before?.id, by: { kind: 'rider' } } });
  });

  it('a change that is left: the ride is as it was', async () => {
    await page.getByRole('button', { name: 'この予約を変える' }).click();
    await page.getByRole('button', { name: '変えずにやめる' }).click();
    await page.getByRole('button', { name: '新しく予約する' }).waitFor();
    expect(await assigned()).toHaveLength(1);
  });

  it('called off with a reason: gone from the coming rides, kept as cancelled with that reason', async () => {
    await page.getByRole('button', { name: 'この予約を取り消す' }).click();
    const dialog = page.getByRole('dialog');
    const cancel = dialog.getByRole('button', { name: '取り消す', exact: true });
    await dialog.locator('.tile', { hasText: '具合が悪い' }).click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOffAtTwice(page)).toEqual([]);
    screens.wire.loseAnswers();
    await cancel.click();
    const told = dialog.locator('.faultNotice');
    await told.waitFor();
    screens.wire.join();
    // With another reason, what is said is about the ride; with the same one it is done already.
    await dialog.locator('.tile').first().click();
    await cancel.click();
    await told.filter({ hasText: 'この予約は、もう終わっています' }).waitFor();
    await dialog.locator('.tile', { hasText: '具合が悪い' }).click();
    await cancel.click();
    await page.getByText('これからの予約はありません。').waitFor();
    const { body } = await (await administrator()).get('/api/v1/rides?day=2026-11-24');
    const ended = body.rides.filter((ride: { status: string }) => ride.status === 'cancelled');
    const reasons = ended.map((ride: { endReason: string }) => ride.endReason);
    expect(reasons.sort()).toEqual(['changed', 'riderUnwell']);
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });

  /** On how many lines a text inside `place` stands. */
  function linesOf(place: string, text: string): Promise<number> {
    return page.evaluate<number>(`(() => {
      const box = document.querySelector(${JSON.stringify(place)});
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf('${text}');
        if (at < 0) continue;
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + ${text.length});
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      }
      return 0;
    })()`);
  }

  async function assigned(): Promise<{ id: string }[]> {
    const { body } = await (await administrator()).get('/api/v1/rides?day=2026-11-24');
    return body.rides.filter((ride: { status: string }) => ride.status === 'assigned');
  }

  function administrator() {
    return house.signIn({ role: 'administrator' });
  }
});
