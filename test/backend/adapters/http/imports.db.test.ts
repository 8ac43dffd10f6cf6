import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportErrorsAnswer, ImportView } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { sampleRide } from '../../../support/sampleRows.ts';
import { shiftJis } from '../../../support/sheetBytes.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const database = withDatabase();
const HEADER = '氏名,フリガナ,生年月日,電話番号,携帯,住所,配慮,備考';

describe('riders from files', () => {
  let house: House;
  let dispatcher: HouseClient;
  /** A hamlet of the trial region, as it is called. */
  let hamlet: string;

  beforeAll(async () => {
    house = await openHouse({ openStore: (clock) => database.openStore({ clock }) });
    dispatcher = await house.signIn({ role: 'dispatcher' });
    hamlet = house.town.region.places.find(({ kind }) => kind === 'hamlet')!.name;
  });
  afterAll(() => house.close());

  const open = (bytes: Buffer) =>
    dispatcher.send('POST', `/api/v1/imports?${new URLSearchParams({ name: '名簿.csv' })}`, bytes as never, {
      'Content-Type': 'application/octet-stream',
    });
  async function check(bytes: Buffer, change: object = {}): Promise<ImportView> {
    const opened = (await open(bytes)).body as ImportView;
    await dispatcher.post(`/api/v1/imports/${opened.id}/check`, {
      mapping: { ...opened.mapping, ...change },
    });
    for (;;) {
      const { body } = await dispatcher.get(`/api/v1/imports/${opened.id}`);
      if (body.state !== 'checking') return body;
    }
  }
  const run = (id: string, rows: readonly number[] | null = null) =>
    dispatcher.post(`/api/v1/imports/${id}/run`, { rows });
  const csv = (...rows: string[]) => Buffer.from([HEADER, ...rows].join('\n'));
  const count = () => house.store.read(SYSTEM_SCOPE, ({ people }) => people.count());

  it('Japanese headers in Shift_JIS: columns guessed, half-width kana, era dates, lost zeros and addresses understood', async () => {
    const row = `物江 キクエ,ﾓﾉｴ ｷｸｴ,S18.5.3,242001111,090-0000-1111,${hamlet},車いす,玄関で待つ`;
    const view = await check(shiftJis(`${HEADER}\r\n${row}\r\n`));
    expect(view).toMatchObject({
      state: 'checked',
      goodCount: 1,
      errorCount: 0,
      mapping: { name: 0, kana: 1, birth: 2, phone: 3, mobile: 4, address: 5, needs: 6, note: 7 },
    });
    expect((await run(view.id)).body).toMatchObject({ count: 1, isRolledBack: false });
    const found = await dispatcher.get(`/api/v1/people?${new URLSearchParams({ q: 'ものえきくえ' })}`);
    expect(found.body.people[0]).toMatchObject({
      familyName: '物江',
      birthYear: 1943,
      phone: '0242-00-1111',
      otherPhones: ['090-0000-1111'],
      needs: ['wheelchair'],
      hamlet,
    });
  });

  it('a dry run: errors by row and column in words, and nothing is written', async () => {
    const before = await count();
    const view = await check(
      csv(
        `星 ヨシ,ほし よし,昭和99年,0242-00-2222,,${hamlet},,`,
        `星 トメ,ほし とめ,昭10,電話なし,,${hamlet},,`,
        '星 ハナ,ほし はな,昭11,,,どこにもない町999の果て,,',
        `星 キク,ほし きく,昭12,,,${hamlet},空を飛ぶ,`,
        `星 キク,ほし きく,昭12,,,${hamlet},,`,
      ),
    );
    expect(view).toMatchObject({ goodCount: 1, errorCount: 4 });
    const told = view.rows.map(({ row, remarks }) => [row, remarks[0]!.column, remarks[0]!.code]);
    expect(told).toEqual([
      [2, '生年月日', 'birthYearUnreadable'],
      [3, '電話番号', 'phoneUnreadable'],
      [4, '住所', 'unknownPlace'],
      [6, '氏名', 'rowTwice'],
      // A remark only: after those that are kept out.
      [5, '配慮', 'needUnknown'],
    ]);
    expect(view.rows[0]!.remarks[0]!.sentence.ja).toBe('生まれ年を読めません。');
    expect(await count()).toBe(before);
  });

  it('several things wrong with a row: all of them told, each at its column', async () => {
    const view = await check(csv(`星 ヨシ,Hoshi!,昭和99年,12,34,どこにもない町999の果て,,`));
    expect(view.rows[0]!.remarks.map(({ column, code }) => [column, code])).toEqual([
      ['フリガナ', 'kanaUnreadable'],
      ['生年月日', 'birthYearUnreadable'],
      ['電話番号', 'phoneUnreadable'],
      ['携帯', 'phoneUnreadable'],
      ['住所', 'unknownPlace'],
    ]);
  });

  it('more rows with errors than are shown: all of them for the sheet', async () => {
    const bad = (_: unknown, i: number) => `星 ヨシ,ほし よし,昭和99年,,,${hamlet},,${i}`;
    const view = await check(csv(...Array.from({ length: 501 }, bad)));
    expect(view).toMatchObject({ errorCount: 501 });
    expect(view.rows).toHaveLength(500);
    const { rows } = (await dispatcher.get(`/api/v1/imports/${view.id}/errors`)).body as ImportErrorsAnswer;
    expect(rows.map(({ row }) => row)).toEqual(view.errorRows);
  });

  it('somebody who is registered: shown beside the row, and left out unless chosen', async () => {
    const row = `二瓶 サキ,にへい さき,昭13,0242-00-3333,,${hamlet},,`;
    await run((await check(csv(row))).id);
    const again = await check(csv(row, `二瓶 トヨ,にへい とよ,昭14,,,${hamlet},,`));
    expect(again.similarCount).toBe(1);
    expect(again.rows[0]!.similar[0]).toMatchObject({ familyName: '二瓶', phone: '0242-00-3333' });
    expect((await run(again.id)).body.count).toBe(1);
  });

  it('chosen rows only: those and no others', async () => {
    const view = await check(
      csv(`角田 一,つのだ はじめ,昭15,,,${hamlet},,`, `角田 二郎,つのだ じろう,昭16,,,${hamlet},,`),
    );
    expect((await run(view.id, [3])).body.count).toBe(1);
    expect((await run(view.id)).body.code).toBe('unknownImport');
  });

  it('a row mended: checked again by itself, against the rows of the file too, and imported as mended', async () => {
    const view = await check(
      csv(`小林 一,こばやし はじめ,昭99,,,${hamlet},,`, `小林 二郎,こばやし じろう,昭16,,,${hamlet},,`),
    );
    expect(view).toMatchObject({ goodCount: 1, errorCount: 1 });
    const { row, cells } = view.rows[0]!;
    const mend = (change: Record<number, string>) =>
      dispatcher.post(`/api/v1/imports/${view.id}/rows/${row}`, {
        cells: cells.map((cell, column) => change[column] ?? cell),
      });
    const twin = await mend({ 0: '小林 二郎', 1: 'こばやし じろう', 2: '昭16' });
    expect(twin.body.rows[0].remarks).toMatchObject([{ code: 'rowTwice', isError: true }]);
    expect((await mend({ 2: '昭15' })).body).toMatchObject({ goodCount: 2, errorCount: 0, rows: [] });
    expect((await run(view.id)).body.count).toBe(2);
    const found = await dispatcher.get(`/api/v1/people?${new URLSearchParams({ q: 'こばやしはじめ' })}`);
    expect(found.body.people[0]).toMatchObject({ familyName: '小林', birthYear: 1940 });
  });

  it('a row that is not there, or a file that is not checked: told so', async () => {
    const opened = (await open(csv(`小林 三,こばやし さん,昭15,,,${hamlet},,`))).body as ImportView;
    const mend = (id: string, row: unknown) =>
      dispatcher.post(`/api/v1/imports/${id}/rows/${row}`, { cells: ['小林 三'] });
    expect((await mend(opened.id, 2)).body.code).toBe('unknownImport');
    const view = await check(csv(`小林 三,こばやし さん,昭15,,,${hamlet},,`));
    for (const row of [1, 3, 'x']) expect((await mend(view.id, row)).body.code).toBe('unknownImport');
    expect((await dispatcher.post(`/api/v1/imports/${view.id}/rows/2`, { cells: [1] })).status).toBe(400);
  });

  it('taken back: gone again, but who has booked or was changed stays and is named', async () => {
    const view = await check(
      csv(...['いち', 'に', 'さん'].map((kana) => `神田 ${kana},かんだ ${kana},昭17,,,${hamlet},,`)),
    );
    await run(view.id);
    const { personIds } = (await house.store.read(SYSTEM_SCOPE, ({ register }) =>
      register.findImport(view.id),
    ))!;
    const [booked] = await house.store.read(SYSTEM_SCOPE, ({ people }) => people.listByIds(personIds));
    await house.store.write(SYSTEM_SCOPE, ({ rides }) =>
      rides.insert(sampleRide({ id: 'booked', personId: booked!.id, municipality: booked!.municipality })),
    );
    const answer = await dispatcher.post(`/api/v1/imports/${view.id}/rollback`, {});
    expect(answer.body).toMatchObject({ removed: 2, kept: [{ id: booked!.id }] });
    expect((await dispatcher.post(`/api/v1/imports/${view.id}/rollback`, {})).body.code).toBe(
      'unknownImport',
    );
    const left = await house.store.read(SYSTEM_SCOPE, ({ people }) => people.listByIds(personIds));
    expect(left.map(({ id }) => id)).toEqual([booked!.id]);
  });

  it('another account’s file: unknown', async () => {
    const other = await house.signIn({ role: 'dispatcher' });
    const view = await check(csv(`角田 三,つのだ さん,昭18,,,${hamlet},,`));
    expect((await other.get(`/api/v1/imports/${view.id}`)).status).toBe(404);
  });

  it('a file that is no table: refused beside the field', async () => {
    expect((await open(Buffer.from([0, 1, 2, 3]))).body).toMatchObject({
      code: 'importUnreadable',
      field: 'file',
    });
  });

  it('a table of headers only: said so, not that it cannot be read', async () => {
    expect((await open(csv())).body).toMatchObject({ code: 'importEmpty', field: 'file' });
  });

  it('five thousand messy rows: checked with progress, can be stopped, each row either good or told why', async () => {
    const births = ['昭18', 'S18.5.3', '昭和18年5月3日', '1943/05/03', '19430503', '不明', ''];
    const phones = [
      '0242-00-4444',
      '242004444',
      '０２４２ー００ー４４４４',
      '',
      'なし',
      '090-0000-0000、0242-00-4444',
    ];
    const rows = Array.from({ length: 5000 }, (_, i) => {
      const name = `${['佐藤', '渡部', '五十嵐', '星'][i % 4]}${i % 11 === 0 ? '' : ' '}番${i}`;
      const kana =
        i % 13 === 0 ? '' : `${['さとう', 'ﾜﾀﾅﾍﾞ', 'いがらし', 'ホシ'][i % 4]} ばん${'あいうえお'[i % 5]}`;
      const where = i % 17 === 0 ? '' : i % 19 === 0 ? '知らない村の奥' : hamlet;
      return `${name},${kana},${births[i % births.length]},"${phones[i % phones.length]}",,${where},,行${i}`;
    });
    const stopped = (await open(csv(...rows))).body as ImportView;
    await dispatcher.post(`/api/v1/imports/${stopped.id}/check`, { mapping: stopped.mapping });
    expect((await dispatcher.post(`/api/v1/imports/${stopped.id}/cancel`, {})).body.state).toBe('cancelled');
    expect((await run(stopped.id)).body.code).toBe('unknownImport');
    const view = await check(csv(...rows));
    expect(view).toMatchObject({ state: 'checked', rowCount: 5000, done: 5000 });
    expect(view.goodCount + view.errorCount).toBe(5000);
    expect(view.rows.every(({ isGood, remarks }) => isGood || remarks.some(({ isError }) => isError))).toBe(
      true,
    );
    const before = await count();
    const done = await run(view.id);
    expect(done.body.count).toBe(view.goodCount - view.similarCount);
    expect(await count()).toBe(before + done.body.count);
    expect((await dispatcher.post(`/api/v1/imports/${view.id}/rollback`, {})).body.removed).toBe(
      done.body.count,
    );
    expect(await count()).toBe(before);
  }, 240_000);
});
