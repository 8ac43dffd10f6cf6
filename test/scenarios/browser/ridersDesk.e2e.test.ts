import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCall } from '../../../backend/adapters/http/callSignature.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { House } from '../../support/openHouse.ts';
import { samplePerson, sampleRide } from '../../support/sampleRows.ts';
import { axeFindings } from './openBrowser.ts';
import { takeMatch } from './takeMatch.ts';
import { withScreens } from './withScreens.ts';

/** Where pictures of every state are left, when somebody wants to look. */
const PICTURES = process.env.AINORI_PICTURES;

describe('the riders’ register at the desk, by keyboard', () => {
  const screens = withScreens();
  let house: House;
  let folder: string;
  const pages: Page[] = [];
  let hamlet: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ainori-list-'));
    house = screens.house;
    hamlet = house.town.region.places.find(({ kind }) => kind === 'hamlet')!.name;
    const twin = {
      familyName: '二瓶',
      familyKana: 'にへい',
      givenName: 'トヨ',
      givenKana: 'とよ',
      note: null,
    };
    await house.store.write(SYSTEM_SCOPE, async ({ people, rides }) => {
      await people.insertMany([
        samplePerson({ id: 'twin-a', ...twin, phone: '0242-00-6001' }),
        samplePerson({ id: 'twin-b', ...twin, phone: '0242-00-6002', note: '耳が遠い' }),
        samplePerson({
          id: 'hatsu',
          familyName: '物江',
          familyKana: 'ものえ',
          givenName: 'ハツ',
          givenKana: 'はつ',
        }),
      ]);
      await rides.insert(sampleRide({ id: 'twin-ride', personId: 'twin-b' }));
    });
    await house.signIn({ role: 'dispatcher', login: 'aya', displayName: '配車 彩' });
    await house.signIn({ role: 'operator', login: 'ben', displayName: '受付 勉' });
    for (const login of ['aya', 'ben']) {
      const page = await screens.openDesk(login);
      pages.push(page);
      await pressButton(page, '.deskViews button', '台帳');
      await page.locator('.ridersRoom').waitFor();
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const [aya, ben] = [() => pages[0]!, () => pages[1]!];

  /** Goes to a button by keyboard focus and presses Enter on it. */
  /** The server hears the question, and nobody hears the answer. */
  async function loseAnswer(route: Route): Promise<void> {
    await route.fetch();
    await route.abort();
  }

  async function pressButton(page: Page, selector: string, text: string): Promise<void> {
    const button = page.locator(selector, { hasText: text }).first();
    await button.waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
  }
  async function typeInto(page: Page, label: string, text: string): Promise<void> {
    const field = page.getByLabel(label, { exact: true }).first();
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  }
  async function choose(page: Page, label: string, text: string, match = text): Promise<void> {
    const field = page.getByLabel(label).first();
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
    await takeMatch(page, match);
  }
  async function look(page: Page, name: string): Promise<void> {
    expect(await axeFindings(page)).toEqual([]);
    if (PICTURES === undefined) return;
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(PICTURES, `riders-${name}-${width}.png`) });
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  /** The class of what has the focus; empty: nothing has it. */
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.className');
  const findPeople = (text: string) =>
    house.store.read(SYSTEM_SCOPE, ({ people }) => people.search(text, 20));

  it('a new rider: typed, the home found, registered; what is wrong is told beside the field', async () => {
    const page = aya();
    await pressButton(page, '.ridersCard button', '新しいお客様を登録する');
    await page.locator('.riderForm').waitFor();
    await typeInto(page, '姓', '束原');
    await typeInto(page, '名', 'スミ');
    await typeInto(page, '姓のふりがな', 'ツカハラ');
    await typeInto(page, '名のふりがな', 'すみ');
    await typeInto(page, '生まれ年', '昭和');
    await choose(page, 'お住まい', hamlet);
    await typeInto(page, '電話', '0242005678');
    await page.keyboard.press('Enter');
    await page.locator('.fieldError', { hasText: '生まれ年を読めません' }).waitFor();
    await look(page, 'new-wrong');
    await typeInto(page, '生まれ年', '昭15');
    await page.keyboard.press('Enter');
    await page.locator('.ridersSaved', { hasText: '束原 スミ' }).waitFor();
    expect((await findPeople('つかはらすみ'))[0]).toMatchObject({
      birthYear: 1940,
      phone: '0242-00-5678',
      hamlet,
    });
    await look(page, 'saved');
  });

  it('typed and reloaded: nothing is lost', async () => {
    const page = aya();
    await pressButton(page, '.ridersCard button', '新しいお客様を登録する');
    await typeInto(page, '姓', '書きかけ');
    await page.reload();
    await pressButton(page, '.deskViews button', '台帳');
    await pressButton(page, '.ridersCard button', '新しいお客様を登録する');
    expect(await page.getByLabel('姓', { exact: true }).inputValue()).toBe('書きかけ');
    await pressButton(page, '.riderForm button', 'やめる');
  });

  it('two operators on one rider: each sees the other; both save, and neither change is lost', async () => {
    for (const page of [aya(), ben()]) {
      await choose(page, 'どなた', 'ものえはつ', '物江 ハツ');
      await pressButton(page, '.ridersFound button', '内容を変える');
      await page.locator('.riderForm').waitFor();
    }
    await aya().locator('.riderOpen', { hasText: '受付 勉' }).waitFor();
    await ben().locator('.riderOpen', { hasText: '配車 彩' }).waitFor();
    await look(ben(), 'presence');
    await typeInto(aya(), '申し送り', '玄関で待つ');
    await aya().keyboard.press('Enter');
    await aya().locator('.ridersSaved', { hasText: '物江 ハツ' }).waitFor();
    await ben().locator('.riderOpen').waitFor({ state: 'detached' });
    await typeInto(ben(), '申し送り', '勝手口で待つ');
    await typeInto(ben(), '電話', '0242-00-7000');
    await ben().keyboard.press('Enter');
    await ben().locator('.staleChoice').waitFor();
    expect(await ben().locator('.staleChoice').textContent()).toContain('玄関で待つ');
    await look(ben(), 'stale');
    await pressButton(ben(), '.staleChoice button', '両方を合わせて保存する');
    await ben().locator('.ridersSaved', { hasText: '物江 ハツ' }).waitFor();
    const saved = await house.store.read(SYSTEM_SCOPE, ({ people }) => people.find('hatsu'));
    expect(saved).toMatchObject({ note: '勝手口で待つ', phone: '0242-00-7000', revision: 3 });
  });

  it('two entries of one person: merged, the ride moves, and taken back', async () => {
    const page = aya();
    await pressButton(page, '.partSwitch button', '重複');
    await page.locator('.mergePair').first().waitFor();
    await look(page, 'duplicates');
    const kept = page.locator('.mergePair', { hasText: '0242-00-6001' }).locator('.mergeEntry').first();
    await kept.locator('button').focus();
    await page.keyboard.press('Enter');
    await page.locator('.ridersSaved', { hasText: '乗車 1件を移しました' }).waitFor();
    expect((await findPeople('0242-00-6002')).map(({ id }) => id)).toEqual(['twin-a']);
    await look(page, 'merged');
    // The pressed button is gone; the keyboard goes on in the page, and the way back stands with what is said.
    await page.locator('.ridersList button', { hasText: '統合を取り消す' }).waitFor();
    expect(await focused(page)).not.toBe('');
    await pressButton(page, '.mergeTold button', '統合を取り消す');
    await page.locator('.ridersSaved', { hasText: '統合を取り消しました' }).waitFor();
    await page.locator('.mergePair', { hasText: '0242-00-6001' }).waitFor();
    expect(await focused(page)).toBe('mergeTold');
    const ride = await house.store.read(SYSTEM_SCOPE, ({ rides }) => rides.find('twin-ride'));
    expect(ride!.personId).toBe('twin-b');
  });

  it('two entries that are two people: not listed again, and brought back from where it is told and from the list', async () => {
    const page = aya();
    const pair = page.locator('.mergePair', { hasText: '0242-00-6001' });
    const note = async () => {
      await pair.getByRole('button', { name: /^別の方です/ }).press('Enter');
      await page.locator('.ridersSaved', { hasText: '別の方としました' }).waitFor();
      await pair.waitFor({ state: 'detached' });
    };
    await note();
    expect(await focused(page)).not.toBe('');
    await look(page, 'not-the-same');
    await pressButton(page, '.mergeTold button', '一覧に戻す');
    await pair.waitFor();
    await note();
    await page.reload();
    await pressButton(page, '.deskViews button', '台帳');
    await pressButton(page, '.partSwitch button', '重複');
    const said = page.locator('.ridersList li', { hasText: '0242-00-6001' });
    await said.waitFor();
    expect(await pair.count()).toBe(0);
    await said.getByRole('button').press('Enter');
    await pair.waitFor();
    await page.locator('.ridersSaved', { hasText: '一覧に戻しました' }).waitFor();
  });

  it('what was imported cannot be read: said so, and no more once it can', async () => {
    const page = aya();
    await page.route(/\/imports$/, (route) => route.abort());
    await pressButton(page, '.partSwitch button', '取り込み');
    await page.locator('.ridersCard .faultNotice').waitFor();
    await page.unroute(/\/imports$/);
    await pressButton(page, '.faultNotice button', 'もう一度試す');
    await page.getByText('まだ取り込んでいません').waitFor();
    expect(await page.locator('.ridersCard .faultNotice').count()).toBe(0);
  });

  it('a list from a file: columns, a dry run with errors in words, imported, and taken back', async () => {
    const page = aya();
    const file = join(folder, '名簿.csv');
    await writeFile(
      file,
      [
        '氏名,フリガナ,生年月日,電話番号,住所',
        `羽染 ナツ,ﾊｿﾞﾒ ﾅﾂ,S12.4.1,242007001,${hamlet}`,
        `羽染 トク,ハゾメ トク,昭和99年,0242-00-7002,${hamlet}`,
        `二瓶 トヨ,ニヘイ トヨ,昭19,0242-00-6001,${hamlet}`,
      ].join('\n'),
    );
    await pressButton(page, '.partSwitch button', '取り込み');
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('.importTable').waitFor();
    await look(page, 'import-columns');
    // The check is begun, its answer is lost, and so are those about how far it is: it is followed until one comes.
    const slow = page.locator('.ridersCard .unsentNotice', { hasText: '調べは続いていることがあります' });
    await page.route(/\/imports\/[^/]+$/, (route) => route.abort());
    await page.route(/\/imports\/[^/]+\/check$/, loseAnswer, { times: 1 });
    await pressButton(page, '.riderActions button', '試しに調べる');
    await slow.waitFor();
    await page.locator('.importProgress button', { hasText: 'やめる' }).waitFor();
    expect(await page.locator('.ridersCard .faultNotice').count()).toBe(0);
    await look(page, 'import-slow');
    await page.unroute(/\/imports\/[^/]+$/);
    await page.locator('.importRows').waitFor();
    expect(await page.locator('.ridersCard .faultNotice, .ridersCard .unsentNotice').count()).toBe(0);
    const told = await page.locator('.importRows').textContent();
    expect(told).toContain('生年月日');
    expect(told).toContain('生まれ年を読めません');
    expect(told).toContain('登録済みかもしれません');
    await look(page, 'import-checked');
    const saving = page.waitForEvent('download');
    await pressButton(page, '.riderActions button', 'CSVで保存する');
    const sheet = await readFile(await (await saving).path(), 'utf8');
    expect(sheet).toContain('直すところ,氏名');
    expect(sheet).toMatch(/3,生年月日 生まれ年を読めません。.*羽染 トク/);
    await pressButton(page, '.importWhat button', '直す');
    await page.locator('.mendRow .fieldError', { hasText: '生まれ年を読めません' }).waitFor();
    await look(page, 'import-mend');
    await page.locator('.mendRow [aria-invalid="true"]').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('昭9');
    await page.keyboard.press('Enter');
    await page.locator('.riderActions button', { hasText: '2人を取り込む' }).waitFor();
    await typeInto(page, '取り込まない行', '99');
    await page.locator('.importLeaveOut .fieldError').waitFor();
    await look(page, 'import-leave-out');
    await typeInto(page, '取り込まない行', '3');
    const similar = page.locator('.importTake input').first();
    await similar.focus();
    await page.keyboard.press('Space');
    await page.locator('.riderActions button', { hasText: '2人を取り込む' }).waitFor();
    await similar.focus();
    await page.keyboard.press('Space');
    // Imported, and the answer is lost: what came of it is asked until it is known.
    await page.route(/\/imports\/[^/]+\/run$/, loseAnswer, { times: 1 });
    await pressButton(page, '.riderActions button', '1人を取り込む');
    await page.locator('.ridersSaved', { hasText: '1人を取り込みました' }).waitFor();
    expect((await findPeople('はぞめなつ')).length).toBe(1);
    await look(page, 'imported');
    await pressButton(page, '.ridersList button', '取り込みを取り消す');
    await look(page, 'import-undo');
    await pressButton(page, 'dialog button', '取り込みを取り消す');
    await page.getByText('1人を台帳から消しました').waitFor();
    expect((await findPeople('はぞめなつ')).length).toBe(0);
    // What the import said holds no more; the pressed button is gone, and the keyboard goes on where it is told.
    expect(await page.getByText('1人を取り込みました').count()).toBe(0);
    await page.getByText('取り消し済み').waitFor();
    expect(await focused(page)).toBe('importTakenBack');
  });

  it('a list is taken back of which somebody has booked: told one by one who stays', async () => {
    const page = aya();
    const rows = [
      '氏名,フリガナ,生年月日,電話番号,住所',
      `羽染 ナツ,ハゾメ ナツ,昭12.1.1,0242-00-8181,${hamlet}`,
    ];
    const buffer = Buffer.from(rows.join('\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
    await pressButton(page, '.riderActions button', '試しに調べる');
    await pressButton(page, '.riderActions button', '1人を取り込む');
    await page.locator('.ridersSaved', { hasText: '1人を取り込みました' }).waitFor();
    const [natsu] = await findPeople('はぞめなつ');
    await house.store.write(SYSTEM_SCOPE, ({ rides }) =>
      rides.insert(sampleRide({ id: 'natsu-ride', personId: natsu!.id, municipality: natsu!.municipality })),
    );
    await pressButton(page, '.ridersList button', '取り込みを取り消す');
    await pressButton(page, 'dialog button', '取り込みを取り消す');
    await page.locator('.ridersSaved', { hasText: '1人は残しました' }).waitFor();
    expect(await page.locator('.keptRiders li').allTextContents()).toEqual([`羽染 ナツ 昭和12年・${hamlet}`]);
    await look(page, 'import-kept');
  });

  it('somebody new calls: the number is in the form, and the booking goes on with them', async () => {
    const page = ben();
    await pressButton(page, '.deskViews button', '受付');
    const body = JSON.stringify({
      id: 'new',
      state: 'answered',
      number: '0242-00-9191',
      line: 'line',
      operator: 'ben',
    });
    const timestamp = String(Math.floor(house.wallClock.now() / 1000));
    await house.stranger().send('POST', '/api/v1/telephony/calls', body, {
      'Content-Type': 'application/json',
      'X-Ainori-Timestamp': timestamp,
      'X-Ainori-Signature': signCall('line secret', timestamp, body),
    });
    await page.locator('.popNumber', { hasText: '0242-00-9191' }).waitFor();
    await pressButton(page, '.callerPanel button', '新しいお客様を登録する');
    await page.locator('.riderEntry .riderForm').waitFor();
    expect(await page.getByLabel('電話', { exact: true }).inputValue()).toBe('0242-00-9191');
    await typeInto(page, '姓', '芳賀');
    await typeInto(page, '姓のふりがな', 'はが');
    await typeInto(page, '名', 'トキワ');
    await typeInto(page, '名のふりがな', 'ときわ');
    await typeInto(page, '生まれ年', 's16');
    await choose(page, 'お住まい', hamlet);
    await look(page, 'new-in-call');
    await typeInto(page, '生まれ年', 's16');
    await page.keyboard.press('Enter');
    await page.locator('.riderName', { hasText: '芳賀 トキワ' }).waitFor();
    expect((await findPeople('はがときわ'))[0]).toMatchObject({ birthYear: 1941, phone: '0242-00-9191' });
  });

  it('nothing was complained of in the browser', () => {
    expect(screens.complaints).toEqual([]);
  });
});
