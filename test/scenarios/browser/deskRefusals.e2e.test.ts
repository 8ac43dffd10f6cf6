import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHabit, deskTown } from '../../support/deskTown.ts';
import { type House, openHouse } from '../../support/openHouse.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { type CuttableLine, layLine } from './cuttableLine.ts';
import { axeFindings, buildScreens, launchBrowser, openPage, signInByKeys } from './openBrowser.ts';

describe('a call at the phone desk that meets a no, a colleague or a dead server', () => {
  let house: House;
  let browser: Browser;
  let wire: CuttableLine;
  let removePages: () => Promise<void>;
  let desk: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    const pages = await buildScreens();
    removePages = pages.remove;
    const town = await deskTown();
    house = await openHouse({ town, deps: { pagesFolder: pages.folder } });
    await addHabit(house, town.haru);
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    await house.signIn({ role: 'operator', login: 'second', displayName: '渡部' });
    wire = await layLine(house.address);
    browser = await launchBrowser();
    const opened = await openPage(browser, `${wire.address}/desk/`);
    desk = opened.page;
    complaints = opened.complaints;
    await signInByKeys(desk, 'desk');
    await desk.locator('.connection-connected').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await wire?.close();
    await house?.close();
    await removePages?.();
  });

  const rides = async () => {
    const { body } = await (await house.signIn({ role: 'administrator' })).get(
      `/api/v1/rides?day=${TOWN_DAY}`,
    );
    return body.rides as { status: string; riderAnswer: string | null }[];
  };
  const statuses = async () => (await rides()).map(({ status }) => status).sort();

  /** Her usual ride, up to the time, which stands marked in its field. */
  async function takeUsual(page: Page): Promise<void> {
    await page.keyboard.press('F2');
    await page.keyboard.type('えんどうはる');
    await page.locator('.comboItem:visible', { hasText: 'ハル' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.usualRide').first().waitFor();
    await page.keyboard.press('1');
  }

  it('before the service begins: the reason to read aloud, and the nearest time is booked by one key', async () => {
    await takeUsual(desk);
    await desk.keyboard.type('23');
    await desk.keyboard.press('Enter');
    await desk.locator('.readAloud-no').waitFor();
    expect(await desk.locator('.whenTime .fieldError').count()).toBe(1);
    expect(await desk.locator('.offerRow').count()).toBeGreaterThan(0);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    const told = (await rides()).find(({ status }) => status === 'denied');
    expect(told?.riderAnswer).toBe('tookAnother');
    await desk.keyboard.press('F10');
    await desk.locator('.offerRow').first().waitFor();
  });

  it('the rider wants none of it: the answer is recorded, the next call begins with Enter', async () => {
    await desk.keyboard.press('F2');
    await takeUsual(desk);
    await desk.keyboard.press('Enter');
    await desk.locator('.readAloud').waitFor();
    await desk.keyboard.press('n');
    await desk.getByText('お返事を記録しました').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect((await rides()).filter(({ riderAnswer }) => riderAnswer === 'declined')).toHaveLength(1);
    await desk.keyboard.press('Enter');
    await desk.locator('.callerQuiet').waitFor();
  });

  it('a colleague opens the same rider: both are told, and one of them books', async () => {
    await takeUsual(desk);
    const { page: second } = await openPage(browser, `${house.address}/desk/`);
    await signInByKeys(second, 'second');
    await second.locator('.connection-connected').waitFor();
    await takeUsual(second);
    await desk.locator('.riderPresence', { hasText: '渡部' }).waitFor();
    await second.locator('.riderPresence', { hasText: '佐藤' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    for (const page of [desk, second]) {
      await page.keyboard.press('Enter');
      await page.locator('.readAloud').waitFor();
    }
    await second.keyboard.press('Enter');
    await second.locator('.agreedCard').waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.offersCard .answerNotice').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect((await statuses()).filter((status) => status === 'assigned')).toHaveLength(1);
    await second.keyboard.press('F10');
    await second.locator('.offerRow').first().waitFor();
    await second.context().close();
    await desk.locator('.riderPresence', { hasText: '渡部' }).waitFor({ state: 'detached' });
  });

  it('the server dies before the yes: said in a sentence, kept through a reload, booked once when it is back', async () => {
    await desk.keyboard.press('F2');
    await takeUsual(desk);
    await desk.keyboard.press('Enter');
    await desk.locator('.readAloud').waitFor();
    wire.cut();
    await desk.keyboard.press('Enter');
    await desk.locator('.answerNotice').waitFor();
    expect(await desk.locator('.answerNotice').textContent()).toContain('預かりました');
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.press('Enter');
    await desk.locator('.keptYes-waiting').waitFor();
    wire.join();
    await desk.locator('.keptYes-booked', { hasText: 'ご予約できました' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect((await statuses()).filter((status) => status === 'assigned')).toHaveLength(1);
    await desk.reload();
    await desk.locator('.keptYes-booked').waitFor();
    await desk.locator('.keptYes button').focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.keptYes').waitFor({ state: 'detached' });
  });

  it('the server dies in the middle of the form: what was typed is asked for when it is back', async () => {
    await desk.locator('.connection-connected').waitFor();
    await takeUsual(desk);
    wire.cut();
    await desk.keyboard.type('あす14時から');
    await desk.keyboard.press('Enter');
    await desk.locator('.answerNotice').waitFor();
    expect(await desk.locator('.answerNotice').textContent()).toContain('つながりしだい');
    wire.join();
    await desk.locator('.readAloud').waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(complaints).toEqual([]);
  });
});
