import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { deskTownWithAge, YOUNG } from '../../support/deskTown.ts';
import type { House } from '../../support/openHouse.ts';
import { STRAIGHT_ROADS } from '../../support/straightRoads.ts';
import type { CuttableLine } from './cuttableLine.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

/** A field of a form: what is typed wrongly, what is then said beside it, and what is right. */
interface FieldCase {
  readonly label: string;
  readonly wrong: string;
  readonly says: string;
  readonly right: string;
  /** A field that searches: right is the first match of what is typed. */
  readonly isSearch?: true;
}

const BOOKING: readonly FieldCase[] = [
  { label: 'FAX番号', wrong: ' ', says: 'FAXの受付番号を入れて', right: 'F-1' },
  { label: 'どなた', wrong: 'ぬぬぬ', says: '候補から選んで', right: 'えんどうはる', isSearch: true },
  { label: 'どこから', wrong: 'どこでもない', says: '候補から選んで', right: '自宅', isSearch: true },
  { label: 'どこまで', wrong: 'どこでもない', says: '候補から選んで', right: 'PLACE', isSearch: true },
  { label: 'いつ', wrong: 'お昼ごろ', says: '日時として読めません', right: '13' },
  { label: 'いつ', wrong: '13月40日 10時', says: 'その日付はありません', right: '13' },
  { label: 'いつ', wrong: '6', says: '過ぎ', right: '13' },
];

const RIDER: readonly FieldCase[] = [
  { label: '姓', wrong: ' ', says: '姓を入れて', right: '束原' },
  { label: '姓のふりがな', wrong: 'Tsukahara!', says: 'ふりがなを読めません', right: 'つかはら' },
  { label: '名', wrong: '', says: '名を入れて', right: 'スミ' },
  { label: '名のふりがな', wrong: '隅', says: 'ふりがなを読めません', right: 'すみ' },
  { label: '生まれ年', wrong: '昭和', says: '生まれ年を読めません', right: '昭15' },
  { label: 'お住まい', wrong: 'どこでもない', says: '候補から選んで', right: 'HAMLET', isSearch: true },
  { label: '電話', wrong: '12', says: '電話', right: '0242-00-5678' },
  { label: 'ほかの電話', wrong: '0242-00-5679、まご', says: '電話', right: '090-0000-1234' },
];

const PROXY: readonly FieldCase[] = [
  { label: 'お名前', wrong: ' ', says: 'お名前を入れて', right: '物江 美咲' },
  { label: '電話番号', wrong: '12', says: '電話', right: '090-0000-2222' },
];

const PIN: readonly FieldCase[] = [{ label: '暗証番号', wrong: '12a', says: '数字を4けた', right: '4071' }];

const CANCEL: readonly FieldCase[] = [
  { label: 'お電話の方のお名前', wrong: ' ', says: 'お名前を入れて', right: '隣の五十嵐' },
  { label: 'お客様の暗証番号', wrong: '47a', says: '数字4けた', right: '1111' },
];

const BEST_HOURS: readonly FieldCase[] = [
  { label: '何時から', wrong: '夕方', says: '17、1730', right: '17' },
  { label: '何時まで', wrong: '16', says: '後の時刻', right: '19' },
];

const WAY_HOME: readonly FieldCase[] = [
  { label: '帰りの時刻', wrong: '夜おそく', says: '時刻として読めません', right: '15' },
];

const OVERRIDE: readonly FieldCase[] = [
  { label: '特例にする理由', wrong: ' ', says: '理由を入れて', right: '町の窓口が認めました' },
];

const SERIES: readonly FieldCase[] = [
  { label: 'どこから', wrong: 'どこでもない', says: '候補から選んで', right: '自宅', isSearch: true },
  { label: 'どこまで', wrong: 'どこでもない', says: '候補から選んで', right: 'PLACE', isSearch: true },
  { label: '時刻', wrong: 'お昼ごろ', says: '時刻を 10、930', right: '10' },
  { label: '始まりの日', wrong: '', says: '日にちを入れて', right: '2026-12-01' },
  { label: '終わりの日', wrong: '2026-11-30', says: '始まりより後', right: '2027-03-31' },
];

const ONE_DATE: readonly FieldCase[] = [
  { label: '行きの時刻', wrong: 'ごご', says: '時刻を 10、930', right: '10' },
  { label: '帰りの時刻', wrong: '9', says: '行きより後', right: '13' },
];

const CLOSURE: readonly FieldCase[] = [
  { label: '道路の番号', wrong: '', says: '道路の番号を入れて', right: '252' },
  { label: 'ここから', wrong: 'どこでもない', says: '端が決まっていません', right: 'PLACE', isSearch: true },
  { label: 'ここまで', wrong: '', says: '端が決まっていません', right: 'HAMLET', isSearch: true },
  { label: '始まりの日', wrong: '', says: '日にちを入れて', right: '2026-12-01' },
  { label: '時刻（なければ0時）', wrong: '朝', says: '時刻として読めません', right: '6' },
  { label: '終わりの日', wrong: '2026-11-30', says: '終わりが始まりより前', right: '2026-12-02' },
  { label: '時刻（なければその日', wrong: '夜', says: '時刻として読めません', right: '18' },
  { label: '何時から', wrong: '25', says: '両方の時刻を', right: '6' },
  { label: '何時まで', wrong: '夕方', says: '両方の時刻を', right: '18' },
  { label: '呼び名', wrong: ' ', says: '呼び名を入れて', right: '国道252号' },
  { label: '理由', wrong: '', says: '理由を入れて', right: '大雪のため' },
];

const SEASON: readonly FieldCase[] = [
  { label: '呼び名', wrong: ' ', says: '呼び名を入れて', right: '山の雪' },
  { label: '速さ', wrong: '130', says: '10から100まで', right: '80' },
  { label: 'これ以上', wrong: '高い所', says: '標高を数字で', right: '500' },
  { label: 'これ未満', wrong: '400', says: '上の標高が下の標高より低く', right: '900' },
  { label: '最初の日', wrong: '13/1', says: '両方の日を', right: '12/1' },
  { label: '最後の日', wrong: '2/30', says: '両方の日を', right: '3/31' },
];

const IMPORT: readonly FieldCase[] = [
  { label: '取り込まない行', wrong: '99', says: '行の番号として読めません', right: '' },
];

const IMPORT_ROW: readonly FieldCase[] = [
  { label: '氏名', wrong: '', says: '姓', right: '羽染 トク' },
  { label: 'ふりがな', wrong: 'Hazome!', says: 'ふりがなを読めません', right: 'はぞめ とく' },
  { label: '生年月日', wrong: '昭和99年', says: '生まれ年を読めません', right: '昭9' },
  { label: '電話', wrong: '12', says: '電話', right: '0242-00-7002' },
  { label: '住所', wrong: 'どこでもない', says: 'この場所は登録されていません', right: 'HAMLET' },
];

const SIGN_IN: readonly FieldCase[] = [
  { label: '利用者名', wrong: ' ', says: '利用者名を入れて', right: 'desk' },
  { label: '合い言葉', wrong: '', says: '合い言葉を入れて', right: 'secret' },
];

const CLOSED_LINE = [
  { lat: 37.46, lon: 139.84 },
  { lat: 37.46, lon: 139.86 },
];

describe('every field of the desk', () => {
  const screens = withScreens(async () => ({
    town: await deskTownWithAge(),
    states: {
      define: async () => ({ lines: [CLOSED_LINE], slowedRoads: 1 }),
      roads: () => STRAIGHT_ROADS,
      ownRoads: () => STRAIGHT_ROADS,
    },
  }));
  let house: House;
  let wire: CuttableLine;
  let desk: Page;

  beforeAll(async () => {
    ({ house, wire } = screens);
    await house.signIn({ role: 'administrator', login: 'desk', displayName: '佐藤' });
    desk = await screens.open('/desk/');
  });

  const places = () => house.town.region.places;
  const textOf = (text: string): string =>
    text === 'PLACE'
      ? places()[0]!.name
      : text === 'HAMLET'
        ? places().find(({ kind }) => kind === 'hamlet')!.name
        : text;

  /** The field of a label, with its input and what is said beside it. */
  function fieldOf(form: Locator, label: string): Locator {
    const name = new RegExp(`^${label.replaceAll(/[()]/g, '\\$&')}`);
    return form
      .locator('.field')
      .filter({ has: desk.locator('.fieldLabel').filter({ hasText: name }) })
      .first();
  }

  async function fill(field: Locator, { right, isSearch }: FieldCase): Promise<void> {
    await field.locator('input').fill(textOf(right));
    if (!isSearch) return;
    await field.locator('.comboList:not([aria-busy="true"]) .comboItem:visible').first().waitFor();
    await field.locator('input').press('Enter');
  }

  /** Types each field wrongly in turn, sends, and reads what is said beside it; then types it rightly. */
  async function tellEach(
    form: Locator,
    send: () => Promise<void>,
    cases: readonly FieldCase[],
  ): Promise<void> {
    // All but the field in turn are right, so that what is said is about that one.
    for (const each of cases) await fill(fieldOf(form, each.label), each);
    for (const each of cases) {
      const field = fieldOf(form, each.label);
      await field.locator('input').fill(each.wrong);
      await send();
      const said = field.locator('.fieldError');
      await said.waitFor();
      expect(await said.textContent(), each.label).toContain(each.says);
      expect(await field.locator('input').getAttribute('aria-invalid'), each.label).toBe('true');
      expect(await field.locator('input').inputValue(), each.label).toBe(each.wrong);
      await fill(field, each);
    }
    expect(await axeFindings(desk)).toEqual([]);
  }

  /**
   * Sends what stands in a form to a server whose answer is lost: the form says so and keeps all; then answers come
   * again, and what was done already must not be done twice.
   */
  async function sendIntoSilence(form: Locator, send: () => Promise<void>): Promise<void> {
    const typed = await typedIn(form);
    wire.loseAnswers();
    await send();
    await form.locator('.unsentNotice').waitFor();
    expect(await typedIn(form)).toEqual(typed);
    expect(await axeFindings(desk)).toEqual([]);
    wire.join();
  }

  const proxiesShown = () => desk.locator('.proxyChoice .cardStop').allTextContents();

  /** Presses a button as the keyboard does. */
  const press = (button: Locator) => async (): Promise<void> => {
    await button.focus();
    await desk.keyboard.press('Enter');
  };
  const buttonOf = (name: string) => desk.getByRole('button', { name, exact: false });
  /** What stands in the fields, ticked or typed. */
  const typedIn = (form: Locator) =>
    form
      .locator('input')
      .evaluateAll((inputs) =>
        (inputs as { value: string; checked: boolean }[]).map(({ value, checked }) => [value, checked]),
      );

  it('signing in', async () => {
    const form = desk.locator('form');
    await form.waitFor();
    await tellEach(form, press(form.locator('button[type="submit"]')), SIGN_IN);
    await form.locator('input[type="password"]').fill('wrong');
    await form.locator('input[type="password"]').press('Enter');
    await desk.locator('.faultNotice').waitFor();
    expect(await form.locator('input').first().inputValue()).toBe('desk');
    await form.locator('input[type="password"]').fill('secret');
    await form.locator('input[type="password"]').press('Enter');
    await desk.locator('.connection-connected').waitFor();
  });

  it('a booking; and the server goes away: all stays, and is asked for when it is back', async () => {
    await desk.keyboard.press('F9');
    await desk.locator('.bookingForm').waitFor();
    await desk.keyboard.press('Shift+F8');
    const form = desk.locator('.bookingForm');
    await tellEach(form, press(form.locator('.findButton')), BOOKING);
    await desk.keyboard.press('F6');
    const luggage = desk.getByRole('spinbutton', { name: '大きな荷物' });
    await luggage.fill('9');
    await press(form.locator('.findButton'))();
    await desk.locator('.partyField .fieldError', { hasText: '荷物' }).waitFor();
    expect(await luggage.inputValue()).toBe('9');
    await luggage.fill('1');
    await desk.getByRole('spinbutton', { name: '付き添い' }).fill('1');
    await fieldOf(form, '申し送り').locator('input').fill('勝手口へ');
    const typed = await typedIn(form);
    wire.cut();
    await press(form.locator('.findButton'))();
    await desk.locator('.answerNotice', { hasText: 'つながりしだい' }).waitFor();
    expect(await typedIn(form)).toEqual(typed);
    wire.join();
    await desk.locator('.readAloud').waitFor();
    expect(await typedIn(form)).toEqual(typed);
    await desk.keyboard.press('Escape');
  });

  it('a proxy and a PIN of the rider', async () => {
    await press(buttonOf('代理の方を登録する'))();
    const form = desk.locator('.proxyForm');
    const sheet = desk.locator('dialog');
    const send = press(sheet.getByRole('button', { name: '登録する' }));
    await send();
    await form.locator('.fieldError', { hasText: 'ご本人の了解を' }).waitFor();
    await form.getByLabel('ご本人が今日、了解した').check();
    await tellEach(form, send, PROXY);
    const { length: before } = await proxiesShown();
    await sendIntoSilence(form, send);
    await form.waitFor({ state: 'detached' });
    await expect.poll(async () => (await proxiesShown()).length).toBe(before + 1);
    await press(buttonOf('暗証番号を決める'))();
    const set = press(sheet.getByRole('button', { name: '決める' }));
    await tellEach(form, set, PIN);
    await sendIntoSilence(form, set);
    await form.waitFor({ state: 'detached' });
    await buttonOf('暗証番号を変える').waitFor();
  });

  it('when to ring a rider, the way home, and somebody else who cancels', async () => {
    const card = desk.locator('.riderCard');
    await press(card.getByRole('button', { name: '電話に出やすい時間 変える' }))();
    const hours = card.locator('.bestHours-open');
    await tellEach(hours, press(hours.getByRole('button', { name: 'この時間にする' })), BEST_HOURS);
    await hours.locator('input').first().press('Escape');
    await press(desk.locator('.bookingForm .findButton'))();
    await desk.locator('.readAloud').waitFor();
    await press(desk.locator('.offersCard .button-main').first())();
    await desk.locator('.agreedCard').waitFor();
    await press(buttonOf('帰りも予約する'))();
    const home = desk.locator('.wayHomeForm');
    await tellEach(home, press(home.getByRole('button', { name: '帰りの時刻を探す' })), WAY_HOME);
    await press(card.locator('.cardRides button').first())();
    await press(card.locator('.cardRides').getByRole('button', { name: '取り消す' }))();
    const sheet = desk.locator('dialog');
    await sheet.getByLabel('ほかの方').check();
    await tellEach(sheet, press(sheet.getByRole('button', { name: '取り消す', exact: true })), CANCEL);
    await desk.keyboard.press('Escape');
  });

  it('a rule set aside', async () => {
    await desk.keyboard.press('F2');
    const form = desk.locator('.bookingForm');
    await press(form.getByRole('button', { name: '消す', exact: true }))();
    for (const [label, right] of [
      ['どなた', YOUNG.replace(' ', '')],
      ['どこから', '自宅'],
      ['どこまで', 'PLACE'],
    ] as const) {
      await fill(fieldOf(form, label), { label, wrong: '', says: '', right, isSearch: true });
    }
    await fieldOf(form, 'いつ').locator('input').fill('14');
    await press(form.locator('.findButton'))();
    const rule = desk.locator('.overrideForm');
    await rule.waitFor();
    await tellEach(rule, press(rule.getByRole('button', { name: '特例として探す' })), OVERRIDE);
  });

  it('a new rider; and the server goes away: all stays, and is sent when it is back', async () => {
    await desk.keyboard.press('Shift+F6');
    await press(buttonOf('新しいお客様を登録する'))();
    const form = desk.locator('.riderForm');
    await form.waitFor();
    await press(form.locator('button[type="submit"]'))();
    expect(await form.locator('.fieldError').count()).toBe(6);
    const send = press(form.locator('button[type="submit"]'));
    await tellEach(form, send, RIDER);
    await fieldOf(form, '申し送り').locator('input').fill('勝手口へ');
    await sendIntoSilence(form, send);
    await desk.locator('.ridersSaved', { hasText: '束原 スミ 様を保存しました' }).waitFor();
    const { people } = (await (await house.signIn({ role: 'operator' })).get('/api/v1/people?q=つかはらすみ'))
      .body;
    expect(people).toHaveLength(1);
  });

  it('a rider changed, and the answer is lost: saved when it is back, and no other desk is blamed for it', async () => {
    await press(buttonOf('内容を変える'))();
    const form = desk.locator('.riderForm');
    await form.waitFor();
    await fieldOf(form, '屋号').locator('input').fill('かどや');
    await sendIntoSilence(form, press(form.locator('button[type="submit"]')));
    await desk.locator('.ridersSaved', { hasText: '束原 スミ 様を保存しました' }).waitFor();
    expect(await desk.locator('.staleChoice').count()).toBe(0);
    await desk.locator('.connection-connected').waitFor();
  });

  it('a standing order; and the server goes away: all stays, and is sent once when it is back', async () => {
    await desk.keyboard.press('Shift+F4');
    const side = desk.locator('.standingSide');
    await side.locator('input').first().fill('えんどうはる');
    await takeMatch(desk, 'ハル');
    await press(buttonOf('新しい定期予約'))();
    const form = desk.locator('.seriesForm');
    await form.waitFor();
    const send = press(form.locator('button[type="submit"]'));
    await send();
    await form.locator('.fieldError', { hasText: '曜日をひとつ以上' }).waitFor();
    await tellEach(form, send, SERIES);
    await form.getByLabel('月', { exact: true }).check();
    await form.getByLabel('帰りの時刻').fill('13');
    await sendIntoSilence(form, send);
    await form.locator('.seriesMade', { hasText: '決めました' }).waitFor();
    const orders = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.listByPerson(house.town.people[0]!.id),
    );
    expect(orders).toHaveLength(1);
    await desk.locator('.dateRow').first().waitFor();
    await desk.locator('.connection-connected').waitFor();
    await desk.locator('.dateRows').focus();
    await desk.keyboard.press('t');
    const times = desk.locator('.dateTimesForm');
    await times.waitFor();
    await tellEach(times, press(desk.locator('dialog button[type="submit"]')), ONE_DATE);
    await desk.keyboard.press('Escape');
  });

  it('how a rider is told, and when to ring; and the server goes away: both are sent when it is back', async () => {
    const part = desk.locator('.contactPart');
    const evening = part.getByLabel('夕方に電話');
    wire.loseAnswers();
    await evening.click();
    await part.locator('.unsentNotice').waitFor();
    wire.cut();
    await evening.click();
    await part.locator('.unsentNotice').waitFor();
    wire.join();
    await part.locator('.seriesMade', { hasText: '保存しました' }).waitFor();
    expect(await evening.isChecked()).toBe(false);
    await desk.locator('.connection-connected').waitFor();
    wire.cut();
    await evening.click();
    await part.locator('.unsentNotice').waitFor();
    expect(await evening.isChecked()).toBe(true);
    wire.join();
    await part.locator('.seriesMade', { hasText: '保存しました' }).waitFor();
    expect(await evening.isChecked()).toBe(true);
    await press(part.getByRole('button', { name: '電話に出やすい時間 変える' }))();
    const hours = part.getByRole('group', { name: '電話に出やすい時間' });
    await hours.getByLabel('何時から').fill('17');
    await hours.getByLabel('何時まで').fill('19');
    await sendIntoSilence(hours, press(hours.getByRole('button', { name: 'この時間にする' })));
    await part.locator('.bestHours', { hasText: '17:00–19:00' }).waitFor();
    await desk.locator('.connection-connected').waitFor();
  });

  it('a list of riders', async () => {
    await desk.keyboard.press('Shift+F6');
    await press(buttonOf('取り込み'))();
    const sheet = [
      '氏名,フリガナ,生年月日,電話番号,住所',
      `羽染 ナツ,ハゾメ ナツ,昭12,0242-00-7001,${textOf('HAMLET')}`,
      `羽染 トク,ハゾメ トク,昭和99年,0242-00-7002,${textOf('HAMLET')}`,
    ].join('\n');
    const part = desk.locator('.ridersWide');
    const file = part.locator('input[type="file"]');
    await file.setInputFiles({ name: '空.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await part.locator('.importFile .fieldError', { hasText: '見出しの下に行がありません' }).waitFor();
    await file.setInputFiles({ name: '名簿.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await press(buttonOf('試しに調べる'))();
    await part.locator('.importRows').waitFor();
    await tellEach(part, async () => {}, IMPORT);
    await press(part.locator('.importRows').getByRole('button', { name: '直す' }))();
    const row = part.locator('.mendRow');
    await tellEach(row, press(row.getByRole('button', { name: 'この行を調べ直す' })), IMPORT_ROW);
  });

  it('a closed road; and the server goes away: all stays, and it is closed once when it is back', async () => {
    await desk.keyboard.press('F7');
    const form = desk.locator('.roadForm');
    await form.waitFor();
    await form.getByLabel('日時を決める').check();
    await form.getByLabel('時間を決める').check();
    const check = press(form.locator('button[type="submit"]'));
    await check();
    await form.locator('input[aria-invalid="true"]:focus').waitFor();
    await tellEach(form, check, CLOSURE);
    wire.cut();
    await check();
    await form.locator('.unsentNotice', { hasText: 'この内容を調べます' }).waitFor();
    wire.join();
    await form.locator('.closureCheck').waitFor();
    await sendIntoSilence(form, press(form.locator('.button-danger')));
    await desk.locator('.closureItem', { hasText: '国道252号' }).waitFor();
    await expect.poll(async () => fieldOf(form, '呼び名').locator('input').inputValue()).toBe('');
    expect(await desk.locator('.closureItem').count()).toBe(1);
    await desk.locator('.connection-connected').waitFor();
    // The road is open until then: there is nothing to be opened.
    await press(desk.getByRole('button', { name: '通行止めを取り消す: 国道252号' }))();
    await desk.locator('dialog', { hasText: 'この通行止めを取り消しますか' }).waitFor();
    await press(desk.getByRole('button', { name: '取り消さない' }))();
  });

  it('a season; and the server goes away: all stays, and it is entered once when it is back', async () => {
    await press(buttonOf('雪と季節'))();
    const form = desk.locator('.roadForm');
    await form.waitFor();
    const send = press(form.locator('button[type="submit"]'));
    await send();
    await form.locator('input[aria-invalid="true"]:focus').waitFor();
    await tellEach(form, send, SEASON);
    await sendIntoSilence(form, send);
    await desk.locator('.closureItem', { hasText: '山の雪' }).waitFor();
    await expect.poll(async () => fieldOf(form, '呼び名').locator('input').inputValue()).toBe('');
    expect(await desk.locator('.closureItem').count()).toBe(1);
  });

  it('the whole way: nothing the browser complained about', () => {
    expect(screens.complaints).toEqual([]);
  });
});
