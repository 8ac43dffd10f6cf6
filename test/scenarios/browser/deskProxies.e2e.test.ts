import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { addHabit, deskTown, haruOf } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

describe('somebody books for a rider, by keyboard', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));
  let house: House;
  let desk: Page;
  let haru: string;

  beforeAll(async () => {
    house = screens.house;
    haru = haruOf(house).id;
    await addHabit(house, haruOf(house));
    await house.signIn({ role: 'operator', login: 'desk', displayName: '佐藤' });
    desk = await screens.openDesk('desk');
  });

  /** The parts of the desk over which the toast lies. */
  const coveredByToast = () =>
    desk.evaluate<string[]>(`(() => {
      const toast = document.querySelector('.toast').getBoundingClientRect();
      return [...document.querySelectorAll('.deskRoom')]
        .filter((room) => {
          const { left, right, top, bottom } = room.getBoundingClientRect();
          return left < toast.right && right > toast.left && top < toast.bottom && bottom > toast.top;
        })
        .map((room) => room.className);
    })()`);
  const pressed = () => desk.locator('.proxyChoice [aria-pressed="true"]').textContent();

  it('the rider’s card: the rider books, nobody else is known', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.type('ハル');
    await takeMatch(desk, 'ハル');
    await desk.locator('.proxyChoice').waitFor();
    await desk.locator('.usualRide').first().waitFor();
    expect(await pressed()).toBe('ご本人');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the daughter, without her name and the rider’s consent: told beside the fields, nothing lost', async () => {
    await desk.getByRole('button', { name: '代理の方を登録する' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.proxyForm').waitFor();
    await desk.getByLabel('お客様から見て（娘、長男など）').focus();
    await desk.keyboard.type('娘');
    await desk.keyboard.press('Enter');
    await desk.locator('.proxyForm .fieldError').nth(1).waitFor();
    await desk.locator('.proxyForm input:focus[aria-invalid="true"]').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByLabel('電話番号').focus();
    await desk.keyboard.type('番号なし');
    await desk.getByLabel('ご本人が今日、了解した').focus();
    await desk.keyboard.press('Space');
    await desk.getByLabel('お名前').focus();
    await desk.keyboard.type('物江 美咲');
    await desk.keyboard.press('Enter');
    await desk.locator('.proxyForm .fieldError', { hasText: '電話番号' }).waitFor();
    await desk.locator('.proxyForm input[inputmode="tel"]:focus').waitFor();
    expect(await desk.getByLabel('お名前').inputValue()).toBe('物江 美咲');
  });

  it('registered: chosen at once, and the usual ride is booked in her name', async () => {
    const phone = desk.getByLabel('電話番号');
    await phone.focus();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('090-0000-5555');
    await desk.keyboard.press('Enter');
    await desk.locator('.proxyChoice [aria-pressed="true"]', { hasText: '娘 物江 美咲' }).waitFor();
    await desk.locator('.usualRide').first().focus();
    await desk.keyboard.press('1');
    await desk.keyboard.press('Enter');
    await desk.locator('.readAloud').first().waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.agreedCard').waitFor();
    await desk.locator('.cardRides', { hasText: 'ご家族 物江 美咲 様が予約' }).first().waitFor();
    await desk.locator('.toast', { hasText: '予約を入れました' }).waitFor();
    expect(await coveredByToast()).toEqual([]);
    expect(await axeFindings(desk)).toEqual([]);
    const rides = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.rides.listByPerson(haru, '2000-01-01', '2100-01-01'),
    );
    expect(rides.filter(({ bookedBy }) => bookedBy?.name === '物江 美咲')).toHaveLength(1);
  });

  it('Shift+F7: the next who may be on the telephone, and round to the rider', async () => {
    await desk.keyboard.press('Shift+F7');
    expect(await pressed()).toBe('ほかの方');
    await desk.keyboard.press('Shift+F7');
    expect(await pressed()).toBe('ご本人');
    await desk.keyboard.press('Shift+F7');
    expect(await pressed()).toContain('娘 物江 美咲');
  });

  it('a code for the web page: shown once, large, with its page', async () => {
    await desk.getByRole('button', { name: 'ウェブの招待番号' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('dialog').getByRole('button', { name: '番号を出す' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.invitationCode').waitFor();
    expect(await desk.locator('.invitationCode').textContent()).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(await desk.locator('.invitationSheet').textContent()).toContain('/rider/#join');
    expect(await axeFindings(desk)).toEqual([]);
    await desk.locator('dialog').getByRole('button', { name: '閉じる' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('dialog').waitFor({ state: 'detached' });
  });

  it('a neighbour rings to cancel: the PIN is asked for, a wrong one told beside the field, the right one cancels', async () => {
    await desk.getByRole('button', { name: '暗証番号を決める' }).focus();
    await desk.keyboard.press('Enter');
    await desk.getByLabel('暗証番号（4けた）').focus();
    await desk.keyboard.type('471');
    await desk.keyboard.press('Enter');
    await desk.locator('dialog .fieldError').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.keyboard.type('1');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: '暗証番号を変える・消す' }).waitFor();
    await desk.locator('.cardRides .cardStop', { hasText: '物江 美咲' }).first().focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.cardRides').getByRole('button', { name: '取り消す' }).focus();
    await desk.keyboard.press('Enter');
    await desk.getByLabel('娘 物江 美咲').waitFor();
    await desk.getByLabel('ほかの方').focus();
    await desk.keyboard.press('Space');
    await desk.getByLabel('お電話の方のお名前').focus();
    await desk.keyboard.type('隣の五十嵐');
    await desk.getByLabel('お客様の暗証番号（4けた）').focus();
    await desk.keyboard.type('1234');
    const cancel = desk.locator('dialog').getByRole('button', { name: '取り消す', exact: true });
    await cancel.focus();
    await desk.keyboard.press('Enter');
    await desk.locator('dialog .fieldError', { hasText: 'あと 4 回' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByLabel('お客様の暗証番号（4けた）').fill('4711');
    await cancel.focus();
    await desk.keyboard.press('Enter');
    await desk.locator('dialog').getByRole('button', { name: '閉じる' }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('dialog').waitFor({ state: 'detached' });
    const rides = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.rides.listByPerson(haru, '2000-01-01', '2100-01-01'),
    );
    expect(rides.filter(({ cancelledBy }) => cancelledBy?.name === '隣の五十嵐')).toHaveLength(1);
  });

  it('her registration ended: gone, and taken back', async () => {
    await desk.locator('.proxyChoice').getByRole('button', { name: '物江 美咲 様の登録を終える' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.toast', { hasText: '登録を終えました' }).waitFor();
    await desk.locator('.proxyChoice [aria-pressed="true"]:focus', { hasText: 'ご本人' }).waitFor();
    expect(await coveredByToast()).toEqual([]);
    await desk.locator('.toast').getByRole('button', { name: '元に戻す' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.proxyChoice [aria-pressed="true"]', { hasText: '娘 物江 美咲' }).waitFor();
    expect(screens.complaints).toEqual([]);
  });
});
