import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoadSuggestion } from '../../../backend/domain/road/roadSuggestion.ts';
import type { House } from '../../support/openHouse.ts';
import { STRAIGHT_ROADS } from '../../support/straightRoads.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

/** What the engine finds closed, whatever is asked: about 1.8 km of the road along the valley. */
const CLOSED_LINE = [
  { lon: 139.6, lat: 37.45 },
  { lon: 139.62, lat: 37.45 },
];

/** What 214 drives on national roads in autumn mornings speak for: 1 ÷ 0.85 = 1.18, so 18 % longer. */
const openSuggestion = (madeAt: number): RoadSuggestion => ({
  id: 'suggestion-1',
  roadClass: 'trunk',
  season: 'autumn',
  hours: 'morning',
  factor: 0.85,
  legs: 214,
  firstDay: TOWN_DAY,
  lastDay: TOWN_DAY,
  madeAt,
  standing: 'open',
  decidedBy: null,
  decidedAt: null,
  holdsFrom: null,
  holdsTo: null,
});

describe('a road is closed and opened again at the desk, by keys alone', () => {
  const screens = withScreens(() => ({
    states: {
      define: async () => ({ lines: [CLOSED_LINE], slowedRoads: 1 }),
      roads: () => STRAIGHT_ROADS,
      ownRoads: () => STRAIGHT_ROADS,
    },
  }));
  let house: House;
  let desk: Page;

  beforeAll(async () => {
    house = screens.house;
    await house.signIn({ role: 'dispatcher', login: 'plans', displayName: '渡部' });
    desk = await screens.openDesk('plans');
    await desk.keyboard.press('F7');
    await desk.locator('.roadForm').waitFor();
  });

  /** Puts the caret into the field of this name and types. */
  async function type(label: string, text: string): Promise<void> {
    await desk.getByLabel(label, { exact: true }).focus();
    await desk.keyboard.type(text);
  }

  it('nothing closed: the list says so, the form is there', async () => {
    await desk.locator('.stateNote', { hasText: '通行止めはありません' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('an empty form: every missing thing is told beside its field, and nothing is entered', async () => {
    await desk.getByLabel('理由', { exact: true }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.fieldError').first().waitFor();
    expect(await desk.locator('.fieldError').count()).toBe(5);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('road number, both ends, name and reason: told how much is closed, and drawn, before it is entered', async () => {
    const [from, to] = house.town.region.places;
    await type('道路の番号', '252');
    await desk.keyboard.press('Escape');
    for (const [label, place] of [
      ['ここから', from!],
      ['ここまで', to!],
    ] as const) {
      await type(label, place.name);
      await takeMatch(desk, place.name);
    }
    await type('呼び名', '国道252号 谷の道');
    await type('理由', '大雪のため');
    await desk.keyboard.press('Enter');
    await desk.locator('.closureCheck').waitFor();
    expect(await desk.locator('.closureCheck').textContent()).toContain('1.8 km');
    expect(await desk.locator('.fieldError').count()).toBe(0);
    expect(await desk.locator('.closureItem').count()).toBe(0);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('the page is loaded again: what was typed is still there', async () => {
    await desk.reload();
    await desk.locator('.connection-connected').waitFor();
    await desk.keyboard.press('F7');
    await desk.locator('.roadForm').waitFor();
    expect(await desk.getByLabel('呼び名', { exact: true }).inputValue()).toBe('国道252号 谷の道');
  });

  it('entered: in the list with its words, in the head of the desk, and the form is empty', async () => {
    await desk.getByLabel('理由', { exact: true }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.roadForm .button-danger').waitFor();
    await desk.locator('.roadForm .button-danger').focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.closureItem-selected', { hasText: '国道252号 谷の道' }).waitFor();
    expect(await desk.locator('.closureItem').textContent()).toMatch(/通行止め中.*当分の間.*大雪のため/);
    await expect.poll(() => desk.getByLabel('呼び名', { exact: true }).inputValue()).toBe('');
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('opened again after the question: gone from the list', async () => {
    await desk.locator('.closureItem .button-plain').focus();
    await desk.keyboard.press('Enter');
    await desk.locator('dialog .button-main').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.locator('dialog .button-main').focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.stateNote', { hasText: '通行止めはありません' }).waitFor();
    expect(await house.store.read({ kind: 'system' }, (t) => t.roadConditions.listClosures())).toMatchObject([
      { name: '国道252号 谷の道', reopenedAt: expect.any(Number) },
    ]);
  });

  it('a season: a speed that is none is told beside the field; entered, it is in the list', async () => {
    await desk.getByRole('button', { name: '雪と季節' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.roadForm').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await type('呼び名', '山の雪');
    await type('速さ', '8');
    await type('これ以上', '500');
    await type('最初の日 例 12/1', '11/15');
    await type('最後の日 例 3/31', '3/31');
    await desk.keyboard.press('Enter');
    await desk.locator('.fieldError', { hasText: '10から100まで' }).waitFor();
    await type('速さ', '0');
    await desk.keyboard.press('Enter');
    await desk.locator('.closureItem', { hasText: '山の雪' }).waitFor();
    expect(await desk.locator('.closureItem').textContent()).toMatch(/80％の速さ.*標高500 m以上/);
  });

  it('another season on the same roads: refused beside the choice that would allow it, nothing typed is lost', async () => {
    await type('呼び名', '冬ぜんぶ');
    await type('速さ', '90');
    await type('最初の日 例 12/1', '12/1');
    await type('最後の日 例 3/31', '2/28');
    await desk.keyboard.press('Enter');
    await desk.locator('.fieldError', { hasText: '山の雪' }).waitFor();
    expect(await desk.getByLabel('呼び名', { exact: true }).inputValue()).toBe('冬ぜんぶ');
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByLabel('ほかの季節と重なってよい', { exact: false }).focus();
    await desk.keyboard.press('Space');
    await desk.keyboard.press('Enter');
    await desk.locator('.closureItem', { hasText: '冬ぜんぶ' }).waitFor();
  });

  it('what the street taught: asked for a decision, in use once it is accepted', async () => {
    await house.store.write({ kind: 'system' }, ({ roadLearning }) =>
      roadLearning.saveSuggestions([openSuggestion(house.clock.now())]),
    );
    await desk.getByRole('button', { name: '走った時間から' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.closureItem', { hasText: '18％長く' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByRole('button', { name: '受け入れる' }).focus();
    await desk.keyboard.press('Enter');
    await desk.locator('.closureItem', { hasText: /計画に使っています.*渡部/ }).waitFor();
  });

  it('the server is away as the map opens: told, and drawn by itself once it is back', async () => {
    await desk.keyboard.press('F9');
    await desk.route(/\/api\/v1\/region(\/|$)/, (route) => route.abort());
    await desk.keyboard.press('F7');
    await desk.locator('.roadsRoom > .faultNotice').waitFor();
    await desk.unroute(/\/api\/v1\/region(\/|$)/);
    await desk.locator('.roadsRoom .regionMap').waitFor();
    expect(await desk.locator('.roadsRoom > .faultNotice').count()).toBe(0);
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
