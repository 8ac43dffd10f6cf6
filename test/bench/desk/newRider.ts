import type { Page } from 'playwright-core';
import type { Figure } from '../../support/bench.ts';
import type { House } from '../../support/openHouse.ts';
import { reportCall } from '../../support/reportCall.ts';

const SECONDS_BAR = 45;
/** A practised typist of Japanese on the telephone: five keys a second, conversion and confirmation among them. */
const KEY_MS = 200;

/**
 * Somebody telephones for the first time: from the ringing telephone to the booked ride, typed at a steady speed. The
 * wait for the server is in it; what is said on the telephone is not.
 */
export async function reportNewRider(
  house: House,
  page: Page,
  report: (figure: Figure) => void,
): Promise<void> {
  await reportCall(house, { id: 'bench-new', state: 'answered', number: '0241-00-8888', operator: 'desk' });
  await page.locator('.screenPop', { hasText: '0241-00-8888' }).waitFor();
  const [hospital] = house.town.region.places;
  const hamlet = house.town.region.places.find(({ kind }) => kind === 'hamlet');
  if (!hospital || !hamlet) throw new Error('The trial region has no places.');

  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.waitForTimeout(KEY_MS);
    await page.keyboard.press(key);
  };
  /** @param keyCount keys on a Japanese keyboard: Latin letters, the space bar that converts, Enter that confirms */
  const type = async (text: string, keyCount: number): Promise<void> => {
    keys += keyCount;
    await page.waitForTimeout(KEY_MS * keyCount);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  };
  const seen = (selector: string) => page.locator(selector).first().waitFor();

  const began = performance.now();
  await press('F3');
  await page.locator('[role="combobox"]:focus').waitFor();
  await type('舟窪', 'funakubo'.length + 2);
  await seen('.comboNote:visible');
  await press('Shift+F1');
  await seen('.riderForm');
  await press('Tab');
  await type('ふなくぼ', 'funakubo'.length + 1);
  await press('Tab');
  await type('清三', 'seizou'.length + 2);
  await press('Tab');
  await type('せいぞう', 'seizou'.length + 1);
  await press('Tab');
  await type('昭15', 'shou15'.length + 2);
  await press('Tab');
  await type(hamlet.name, hamlet.kana.length * 2 + 2);
  await seen('.riderForm .comboItem:visible');
  await press('Enter');
  await press('Enter');
  await seen('.riderName');
  await seen('.bookingForm .comboItem:visible');
  await press('Enter');
  await type(hospital.name, hospital.kana.length * 2 + 2);
  await page.locator('.bookingForm .comboItem:visible', { hasText: hospital.name }).first().waitFor();
  await press('Enter');
  await type('13', 2);
  await press('Enter');
  await seen('.bookButton');
  await press('Enter');
  await seen('.agreedCard');
  const seconds = (performance.now() - began) / 1000;
  report({
    work: `new rider and booking in one call, ${keys} keys at ${1000 / KEY_MS} a second`,
    figure: seconds,
    unit: 's',
    bar: `<= ${SECONDS_BAR}`,
    met: seconds <= SECONDS_BAR,
  });
}
