import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { personName } from '../../../backend/domain/person/person.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import type { HouseClient } from '../../support/houseClient.ts';
import type { House } from '../../support/openHouse.ts';
import { oneVehicleTown, TOWN_DAY } from '../../support/trialTown.ts';
import { withDatabase } from '../../support/withDatabase.ts';
import { axeFindings, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const PHONE = { width: 360, height: 740 };

describe('a daughter books and cancels for her mother on a small phone', () => {
  const database = withDatabase();
  const screens = withScreens(async () => ({
    town: await oneVehicleTown(),
    openStore: (clock) => database.openStore({ clock }),
  }));
  let house: House;
  let desk: HouseClient;
  let page: Page;
  let placeName: string;
  let mother: { id: string; name: string };
  let uncle: { id: string; name: string };
  let grantId: string;

  beforeAll(async () => {
    house = screens.house;
    const { town } = house;
    [mother, uncle] = [town.people[0]!, town.people[1]!].map((person) => ({
      id: person.id,
      name: personName(person),
    })) as [typeof mother, typeof uncle];
    desk = await house.signIn({ role: 'operator' });
    const point = town.region.boardingPoints[0]!;
    placeName = town.region.places.find((place) => place.id === point.placeId)!.name;
    page = await screens.open('/rider/', PHONE);
  });

  async function grant(personId: string, given: object = {}): Promise<string> {
    const entry = {
      name: '物江 美咲',
      kind: 'family',
      relation: '娘',
      consentBy: 'ご本人',
      consentOn: TOWN_DAY,
    };
    return (await desk.post(`/api/v1/people/${personId}/proxies`, { ...entry, ...given })).body.id;
  }
  async function codeFor(id: string): Promise<string> {
    return (await desk.post(`/api/v1/proxies/${id}/invitation`, {})).body.code;
  }
  const question = (text: string) => page.getByRole('heading', { level: 1, name: text });
  const tile = (label: string, text: string) =>
    page.locator('.pickOne', { hasText: label }).locator('.tile', { hasText: text }).click();
  const banner = () => page.locator('.actingBanner strong').textContent();
  const ridesOf = (personId: string): Promise<readonly Ride[]> =>
    house.store.read(SYSTEM_SCOPE, ({ rides }) => rides.listByPerson(personId, TOWN_DAY, TOWN_DAY));

  it('a code from the desk, mistyped: told beside the field; typed right: for whom it is', async () => {
    grantId = await grant(mother.id);
    const code = await codeFor(grantId);
    await page.getByRole('button', { name: '招待番号をお持ちの方' }).click();
    await page.getByLabel('招待番号（12けたの数字）').fill('1234');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.locator('.fieldError', { hasText: '番号が違うか' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('招待番号（12けたの数字）').fill(code);
    await page.getByRole('button', { name: '次へ' }).click();
    await page.locator('.joinWhose', { hasText: mother.name }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('a password that is too short: told beside the field; a longer one: signed in, asked for whom', async () => {
    await page.getByLabel('利用者名を決める').fill('misaki');
    await page.getByLabel('合い言葉を決める').fill('みじかい');
    await page.getByRole('button', { name: 'はじめる' }).click();
    await page.locator('.fieldError', { hasText: '8文字以上' }).waitFor();
    await page.getByLabel('合い言葉を決める').fill('ゆきどけのころに');
    await page.getByRole('button', { name: 'はじめる' }).click();
    await question('どなたの予約ですか').waitFor();
    await page.locator('.choiceCard', { hasText: mother.name }).waitFor();
    expect(await page.locator('.choiceCard').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('the mother chosen: her name stands above every question, and her home is the first answer', async () => {
    await page.locator('.choiceCard', { hasText: mother.name }).click();
    await question(`${mother.name} 様のこれからの乗車`).waitFor();
    expect(await banner()).toBe(`${mother.name} 様の予約`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '新しく予約する' }).click();
    await page.locator('.choiceCard', { hasText: `${mother.name} 様の自宅` }).click();
    await page.getByRole('searchbox').fill(placeName);
    await page.locator('.choiceCard', { hasText: placeName }).first().click();
    await tile('どちらの時刻', 'から乗る');
    await tile('何日', 'きょう');
    await tile('何時', '11時');
    await page.reload();
    await page.locator('.actingBanner', { hasText: mother.name }).waitFor();
    await page.locator('.stepDone .button-main').click();
    await page.locator('.choiceCard', { hasText: 'ひとりで乗る' }).click();
    await page.locator('.offerCard').first().waitFor();
    expect(await banner()).toBe(`${mother.name} 様の予約`);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('booked: hers, by the daughter, as her own page and the log have it', async () => {
    await page.locator('.offerTake').first().click();
    await question('予約できました').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '予約の一覧へ' }).click();
    await page.locator('.rideHands', { hasText: 'ご家族 物江 美咲 様が予約しました' }).waitFor();
    const [ride] = (await ridesOf(mother.id)).filter(({ status }) => status === 'assigned');
    expect(ride?.bookedBy).toEqual({ grantId, kind: 'family', name: '物江 美咲' });
  });

  it('the mother, on her own page: who booked, and to whom she has left what', async () => {
    await house.signIn({ role: 'rider', login: 'mother', personId: mother.id });
    const own = await screens.open('/rider/', PHONE);
    await signInByKeys(own, 'mother');
    await own.locator('.rideHands', { hasText: 'ご家族 物江 美咲 様が予約しました' }).waitFor();
    await own.locator('.trustedPeople li', { hasText: /娘 物江 美咲できること：予約、/ }).waitFor();
    expect(await own.locator('.actingBanner').count()).toBe(0);
    expect(await axeFindings(own)).toEqual([]);
    expect(screens.complaints).toEqual([]);
    await own.context().close();
  });

  it('changed to an hour earlier: the old ride stands until the yes, then hers by the daughter, once', async () => {
    await page.getByRole('button', { name: 'この予約を変える' }).click();
    await page.locator('.changingNote').waitFor();
    expect(await banner()).toBe(`${mother.name} 様の予約`);
    await tile('何時', '10時');
    await page.locator('.stepDone .button-main').click();
    await page.locator('.offerCard').first().waitFor();
    expect((await ridesOf(mother.id)).filter(({ status }) => status === 'assigned')).toHaveLength(1);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('.offerTake').first().click();
    await question('予約を変えました').waitFor();
    const [changed, ...more] = (await ridesOf(mother.id)).filter(({ status }) => status === 'assigned');
    expect(more).toEqual([]);
    expect(changed).toMatchObject({ requested: { second: 10 * 3600 }, bookedBy: { grantId } });
    expect(changed?.changedFrom?.by).toMatchObject({ name: '物江 美咲' });
    await page.getByRole('button', { name: '予約の一覧へ' }).click();
    await question(`${mother.name} 様のこれからの乗車`).waitFor();
    await expect.poll(() => page.locator('.rideCard').count()).toBe(1);
  });

  it('cancelled: whose ride it is stands in the question', async () => {
    await page.getByRole('button', { name: 'この予約を取り消す' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`${mother.name} 様の予約`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取り消す', exact: true }).click();
    await page.getByText('これからの予約はありません。').waitFor();
    const ended = (await ridesOf(mother.id)).filter(({ endReason }) => endReason === 'riderAsked');
    expect(ended.map(({ cancelledBy }) => cancelledBy?.name)).toEqual(['物江 美咲']);
  });

  it('a second code while signed in: an uncle whose rides she may see and nothing else', async () => {
    const code = await codeFor(await grant(uncle.id, { acts: ['seeRides'], relation: 'めい' }));
    await page.locator('.actingBanner').getByRole('button').click();
    await page.getByRole('button', { name: '方をふやす' }).click();
    await page.getByLabel('招待番号（12けたの数字）').fill(code);
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: 'はじめる' }).click();
    await page.locator('.choiceCard', { hasText: uncle.name }).click();
    await question(`${uncle.name} 様のこれからの乗車`).waitFor();
    expect(await banner()).toBe(`${uncle.name} 様の予約`);
    expect(await page.getByRole('button', { name: '新しく予約する' }).count()).toBe(0);
    await page.getByText('新しい予約は、お電話でうけたまわります。').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('the grant ended at the desk: the open page goes back to the choice and says why', async () => {
    await page.locator('.actingBanner').getByRole('button').click();
    await page.locator('.choiceCard', { hasText: mother.name }).click();
    await page.getByRole('button', { name: '新しく予約する' }).click();
    await page.locator('.choiceCard', { hasText: '自宅' }).click();
    await desk.delete(`/api/v1/proxies/${grantId}`);
    await page.getByText('もうお任せいただいていません').waitFor();
    await page.locator('.choiceCard', { hasText: uncle.name }).waitFor();
    expect(await page.locator('.choiceCard', { hasText: mother.name }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('in English: the same page', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await question('For whom?').waitFor();
    await page.locator('.choiceCard', { hasText: uncle.name }).click();
    expect(await banner()).toBe(`For ${uncle.name}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(screens.complaints).toEqual([]);
  });
});
