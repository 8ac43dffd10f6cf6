import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { bookFromHome } from '../../support/bookFromHome.ts';
import { addHabit, deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('a form that is closed before the server is back', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;

  beforeAll(async () => {
    house = screens.house;
    await addHabit(house, haruOf(house));
    await bookFromHome(house);
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    desk = await screens.openDesk('desk');
    await desk.keyboard.press('F2');
    await desk.keyboard.type('えんどうはる');
    await takeMatch(desk, 'ハル');
    await desk.locator('.cardRides .cardStop').first().waitFor();
  });
  afterEach(() => screens.wire.join());

  const button = (name: string) => desk.getByRole('button', { name, exact: true });

  /** The server goes away, and what is then sent cannot be. */
  async function failToSend(send: () => Promise<unknown>): Promise<void> {
    screens.wire.cut();
    await send();
    await desk.locator('.unsentNotice', { hasText: '閉じると送りません' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  }

  async function comeBack(): Promise<void> {
    screens.wire.join();
    await desk.locator('.connection-connected').waitFor();
  }

  it('a proxy: not registered, and all that was typed is there when the sheet is opened again', async () => {
    const form = desk.locator('.proxyForm');
    const sheet = desk.locator('dialog');
    await button('代理の方を登録する').click();
    await form.getByLabel('お名前', { exact: true }).fill('物江 美咲');
    await form.getByLabel('電話番号').fill('090-0000-5555');
    await form.getByLabel('ご本人が今日、了解した').check();
    await failToSend(() => sheet.getByRole('button', { name: '登録する' }).click());
    await desk.keyboard.press('Escape');
    await comeBack();
    await desk.reload();
    await button('代理の方を登録する').click();
    expect(await form.getByLabel('お名前', { exact: true }).inputValue()).toBe('物江 美咲');
    expect(await form.getByLabel('電話番号').inputValue()).toBe('090-0000-5555');
    expect(await form.getByLabel('ご本人が今日、了解した').isChecked()).toBe(true);
    const haru = haruOf(house);
    const grants = () => house.store.read(SYSTEM_SCOPE, ({ proxyGrants }) => proxyGrants.listFor(haru));
    expect(await grants()).toEqual([]);
    await sheet.getByRole('button', { name: '登録する' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await grants()).toHaveLength(1);
    await button('代理の方を登録する').click();
    expect(await form.getByLabel('お名前', { exact: true }).inputValue()).toBe('');
    await sheet.getByRole('button', { name: 'やめる' }).click();
  });

  it('the best hours: kept as typed for the next time the fields are opened', async () => {
    await button('電話に出やすい時間 変える').click();
    await desk.getByLabel('何時から').fill('17');
    await desk.getByLabel('何時まで').fill('19');
    await failToSend(() => desk.getByLabel('何時まで').press('Enter'));
    await desk.keyboard.press('Escape');
    await comeBack();
    await button('電話に出やすい時間 変える').click();
    expect(await desk.getByLabel('何時から').inputValue()).toBe('17');
    await desk.getByLabel('何時まで').press('Enter');
    await desk.locator('.bestHours', { hasText: '17:00–19:00' }).waitFor();
  });

  it('a cancellation: the ride stands, and the reason is still chosen', async () => {
    const sheet = desk.locator('dialog');
    const ride = desk.locator('.cardRides .cardStop').first();
    const reason = sheet.getByLabel('お客様の体調');
    await ride.focus();
    await desk.keyboard.press('x');
    await reason.check();
    // As large as a screen at twice its size shows it: the notice is below, and comes into sight above the buttons.
    await desk.setViewportSize({ width: 640, height: 400 });
    await failToSend(() => sheet.getByRole('button', { name: '取り消す', exact: true }).click());
    const notice = (await sheet.locator('.unsentNotice').boundingBox())!;
    const buttons = (await sheet.locator('.dialogActions').boundingBox())!;
    expect(notice.y).toBeGreaterThanOrEqual(0);
    expect(notice.y + notice.height).toBeLessThanOrEqual(buttons.y + 1);
    await sheet.getByRole('button', { name: '取り消さない' }).click();
    await desk.setViewportSize({ width: 1280, height: 800 });
    await comeBack();
    await ride.focus();
    await desk.keyboard.press('x');
    expect(await reason.isChecked()).toBe(true);
    await sheet.getByRole('button', { name: '取り消す', exact: true }).click();
    await sheet.getByRole('heading', { name: '取り消しました' }).waitFor();
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
