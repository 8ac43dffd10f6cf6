import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addHabit, deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import type { CuttableLine } from './cuttableLine.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('a call at the phone desk that meets a no, a colleague or a dead server', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let wire: CuttableLine;
  let desk: Page;

  beforeAll(async () => {
    ({ house, wire } = screens);
    await addHabit(house, haruOf(house));
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    await house.signIn({ role: 'operator', login: 'second', displayName: '渡部' });
    desk = await screens.openDesk('desk');
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
    await takeMatch(page, 'ハル');
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
    const second = await screens.openDesk('second');
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
    expect((await statuses()).filter((status) => status === 'assigned')).toHaveLength(1);
    await second.keyboard.press('F10');
    await second.locator('.offerRow').first().waitFor();
    expect(await axeFindings(desk)).toEqual([]);
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

  it('the server dies before a booking is taken back: said so, and the same key does it when it is back', async () => {
    await desk.locator('.connection-connected').waitFor();
    wire.cut();
    await desk.keyboard.press('F10');
    await desk.locator('.answerPanel .faultNotice', { hasText: 'つながりません' }).waitFor();
    expect(await desk.locator('.toast').count()).toBe(1);
    wire.join();
    await desk.locator('.connection-connected').waitFor();
    await desk.keyboard.press('F10');
    await desk.locator('.offerRow').first().waitFor();
    expect(await desk.locator('.answerPanel .faultNotice').count()).toBe(0);
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
