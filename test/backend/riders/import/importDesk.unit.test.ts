import { describe, expect, it, vi } from 'vitest';
import { openMemoryStore } from '../../../../backend/adapters/memory/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { StoreFault } from '../../../../backend/domain/fault/storeFault.ts';
import type { SheetRows } from '../../../../backend/ports/sheetReader.ts';
import type { Store } from '../../../../backend/ports/store.ts';
import { ImportDesk, type ImportJob } from '../../../../backend/riders/index.ts';
import { CountedIds } from '../../../../backend/simulation/index.ts';
import { QUICK_HASHER } from '../../../support/quickHasher.ts';
import { RecordedLog } from '../../../support/recordedLog.ts';
import { SAMPLE_MUNICIPALITY, SAMPLE_NOW, SAMPLE_OUTLINE, samplePlace } from '../../../support/sampleRows.ts';

const clock = { now: () => SAMPLE_NOW };

/** An import desk that is given these rows, the header first, as a file, and the file once it has been checked. */
async function checkedFile([headers, ...rows]: SheetRows, store: Store, log = new RecordedLog()) {
  const { accounts } = openMemoryStore({ clock });
  const world = { store, accounts, clock, wallClock: clock, ids: new CountedIds(), hasher: QUICK_HASHER };
  const desk = new ImportDesk(world, { read: async () => [headers!, ...rows] }, log);
  const opened = await desk.open(new Uint8Array(), 'riders.csv', SYSTEM_ACTOR);
  if (!opened.ok) throw new Error(opened.reason.code);
  const { id, mapping } = opened.value;
  desk.check(id, mapping, SYSTEM_ACTOR);
  const present = () => desk.find(id, SYSTEM_ACTOR)!;
  await vi.waitUntil(() => present().state !== 'checking');
  return { desk, id, present, log };
}

/** A register with a hamlet to live in, and nobody in it. */
async function emptyRegister(): Promise<Store> {
  const store = openMemoryStore({ clock });
  await store.write(SYSTEM_SCOPE, async ({ places }) => {
    await places.insertMunicipalities([
      { municipality: SAMPLE_MUNICIPALITY, outlineGeoJson: SAMPLE_OUTLINE },
    ]);
    await places.insertPlaces([samplePlace({ name: '塔寺', kana: 'とうでら', kind: 'hamlet', aliases: [] })]);
  });
  return store;
}

it('the database goes away while a list is checked: it has failed, and the log says why', async () => {
  const fault = new StoreFault('unreachable', 'gone');
  const store = { ...openMemoryStore({ clock }), read: () => Promise.reject(fault) };
  const { id, present, log } = await checkedFile([['氏名'], ['会津 花子']], store);
  expect(present().state).toBe('failed');
  expect(log.lines).toEqual([
    {
      level: 'error',
      fields: { err: fault, importId: id },
      sentence: 'a list of riders could not be checked',
    },
  ]);
});

describe('rows that are mended at once', () => {
  const HEADER = ['氏名', 'フリガナ', '生年月日', '電話番号', '集落'];
  const WRONG = [
    ['星 ヨシ', 'ほし よし', '昭99', '', '塔寺'],
    ['星 トメ', 'ほし とめ', '昭99', '', '塔寺'],
  ];
  const told = ({ checked }: ImportJob) =>
    checked.map(({ rider, remarks }) => [rider !== null, ...remarks.map(({ code }) => code)]);

  it('into different people: both are good', async () => {
    const { desk, id, present } = await checkedFile([HEADER, ...WRONG], await emptyRegister());
    const mend = (row: number, birth: string) =>
      desk.mend(id, row, WRONG[row - 2]!.with(2, birth), SYSTEM_ACTOR);
    await Promise.all([mend(2, '昭10'), mend(3, '昭11')]);
    expect(told(present())).toEqual([[true], [true]]);
    expect(present().rows.map((cells) => cells[2])).toEqual(['昭10', '昭11']);
  });

  it('into the same person: one is good, and the other is told that the file has them twice', async () => {
    const { desk, id, present } = await checkedFile([HEADER, ...WRONG], await emptyRegister());
    const same = WRONG[0]!.with(2, '昭10');
    await Promise.all([2, 3].map((row) => desk.mend(id, row, same, SYSTEM_ACTOR)));
    expect(told(present())).toEqual([[true], [false, 'rowTwice']]);
    const done = await desk.import(id, null, SYSTEM_ACTOR);
    expect(done.ok && done.value.import.personIds).toHaveLength(1);
  });
});

describe('a row with texts that the register does not keep', () => {
  const GOOD = {
    姓: '星',
    名: 'ヨシ',
    セイ: 'ほし',
    メイ: 'よし',
    生年月日: '昭10',
    電話番号: '0242-00-1111',
    住所: '',
    集落: '塔寺',
    屋号: '',
    備考: '',
  };
  async function checkedRow(given: Partial<typeof GOOD>) {
    const cells = { ...GOOD, ...given };
    const { present } = await checkedFile([Object.keys(cells), Object.values(cells)], await emptyRegister());
    const [checked] = present().checked;
    return { ...checked!, headers: present().headers, mapping: present().mapping };
  }
  const PHONES = Array.from({ length: 10 }, (_, i) => `0242-00-12${i}0`);

  it.each([
    ['姓', '星'.repeat(81), 'textTooLong', 80],
    ['名', '星'.repeat(81), 'textTooLong', 80],
    ['セイ', 'ﾎｼ'.repeat(41), 'textTooLong', 80],
    ['メイ', 'よ'.repeat(81), 'textTooLong', 80],
    ['住所', '塔'.repeat(101), 'textTooLong', 100],
    ['集落', '塔'.repeat(81), 'textTooLong', 80],
    ['集落', '塔'.repeat(30_000), 'textTooLong', 80],
    ['屋号', '㍿'.repeat(21), 'textTooLong', 80],
    ['備考', '玄関で待つ'.repeat(101), 'textTooLong', 500],
    ['電話番号', PHONES.join('、'), 'tooManyPhones', 8],
  ])(
    '%s holds too much: kept out, with what is wrong at that cell alone',
    async (header, text, code, most) => {
      const { rider, remarks, headers, mapping } = await checkedRow({ [header]: text });
      expect(rider).toBeNull();
      expect(remarks.map(({ field, ...told }) => ({ ...told, header: headers[mapping[field]!] }))).toEqual([
        { header, code, isError: true, details: { most } },
      ]);
    },
  );

  it('as much as a form takes: kept whole', async () => {
    const whole = { 姓: '星'.repeat(80), 備考: 'あ'.repeat(500), 電話番号: PHONES.slice(1).join('、') };
    const { rider, remarks } = await checkedRow(whole);
    expect(remarks).toEqual([]);
    expect(rider).toMatchObject({ familyName: whole.姓, note: whole.備考, hamlet: '塔寺' });
    expect(rider?.otherPhones).toHaveLength(8);
  });

  it('everything too long at once: told at each cell', async () => {
    const { remarks } = await checkedRow({
      姓: '星'.repeat(81),
      住所: '塔'.repeat(101),
      備考: '待'.repeat(501),
    });
    expect(remarks.map(({ field }) => field)).toEqual(['address', 'familyName', 'note']);
  });
});

it('a name that cannot be parted while its reading can: kept out, and not imported with the name twice', async () => {
  const rows = [
    ['氏名', 'フリガナ', '生年月日', '集落'],
    ['星ヨシ', 'ほし よし', '昭10', '塔寺'],
  ];
  const { present } = await checkedFile(rows, await emptyRegister());
  expect(present().checked).toMatchObject([
    { rider: null, remarks: [{ field: 'name', code: 'nameNotParted' }] },
  ]);
});
