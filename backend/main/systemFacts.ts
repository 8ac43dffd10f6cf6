import type { RegionData } from '../../seeds/region/regionData.ts';
import type { SystemFacts } from '../adapters/http/httpDeps.ts';
import { SILENT_AFTER_SECONDS } from '../domain/schedule/silence.ts';
import type { Settings } from './settings.ts';
import type { TrialAccount } from './trialAccounts.ts';

/** What every screen is told about the service before anybody signs in. */
export function systemFacts(
  settings: Settings,
  region: RegionData,
  accounts: readonly TrialAccount[],
): SystemFacts {
  const { id, name, nameEn, bounds, credits, silentAfterSeconds = SILENT_AFTER_SECONDS } = region.header;
  const [west, south, east, north] = bounds;
  return {
    regionId: id,
    regionName: { ja: name, en: nameEn },
    bounds: [west, south, east, north],
    speed: settings.speed,
    isTrial: settings.isTrial,
    trialAccounts: accounts.map(({ account, secret }) => ({
      login: account.login,
      secret,
      role: account.role,
      displayName: account.displayName,
    })),
    supportPhone: settings.supportPhone ?? region.operations.services[0]?.phone ?? '',
    silentAfterSeconds,
    credits,
  };
}
