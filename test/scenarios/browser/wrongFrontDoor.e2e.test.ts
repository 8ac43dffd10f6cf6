import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../backend/domain/account/account.ts';
import type { House } from '../../support/openHouse.ts';
import { axeFindings, cutOffAtTwice, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const PHONE = { width: 360, height: 740 };

describe('whoever signs in at a page that is not theirs', () => {
  const screens = withScreens();
  let house: House;

  beforeAll(async () => {
    house = screens.house;
    const { people, region } = house.town;
    const accounts: readonly (Partial<Account> & Pick<Account, 'role'>)[] = [
      { role: 'operator' },
      { role: 'dispatcher' },
      { role: 'municipality', municipalities: [people[0]!.municipality] },
      { role: 'administrator' },
      { role: 'driver', vehicleId: region.operations.vehicles[0]!.id },
      { role: 'rider', personId: people[0]!.id },
      { role: 'proxy' },
      { role: 'clinic', clinicId: 'clinic-1' },
    ];
    for (const given of accounts) {
      await house.signIn({ login: given.role, displayName: `${given.role}の花子`, ...given });
    }
  });

  /** What shows that a page has opened for the account. */
  const OPENED = {
    desk: '.connection-connected',
    driver: '.driverPage',
    rider: '.riderPage',
  } as const;

  it.each([
    ['desk', 'driver', 'driver', '乗務員'],
    ['desk', 'rider', 'rider', 'お客様'],
    ['desk', 'proxy', 'rider', '代理の方'],
    ['desk', 'clinic', 'rider', '医療機関'],
    ['driver', 'operator', 'desk', '電話受付'],
    ['driver', 'municipality', 'desk', '役場'],
    ['driver', 'clinic', 'rider', '医療機関'],
    ['rider', 'municipality', 'desk', '役場'],
    ['rider', 'dispatcher', 'desk', '配車'],
    ['rider', 'administrator', 'desk', '管理者'],
    ['rider', 'driver', 'driver', '乗務員'],
  ] as const)(
    'at /%s/ as %s: who they are and where /%s/ is, and one press leads there',
    async (at, role, to, called) => {
      const page = await screens.open(`/${at}/`, PHONE);
      await signInByKeys(page, role);
      const told = page.locator('.wrongDoor');
      await told.waitFor();
      expect(await told.textContent()).toContain(`「${role}の花子」（${called}）でサインインしています`);
      expect(await axeFindings(page)).toEqual([]);
      expect(await cutOffAtTwice(page)).toEqual([]);
      await told.getByRole('link').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${to}/`);
      await page.locator(OPENED[to]).first().waitFor();
      await page.context().close();
    },
  );

  it('another account of the right page: signed in on the form that is still there', async () => {
    const page: Page = await screens.open('/desk/');
    await signInByKeys(page, 'driver');
    await page.locator('.wrongDoor').waitFor();
    await page.getByLabel('利用者名').fill('operator');
    await page.getByLabel('合い言葉').fill('secret');
    await page.keyboard.press('Enter');
    await page.locator(OPENED.desk).waitFor();
    expect(screens.complaints).toEqual([]);
  });
});
