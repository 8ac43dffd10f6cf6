import type { SystemView } from '../../contract/index.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { localMoment } from '../views/localMoment.ts';
import { answer, type Call, type Reply } from './call.ts';

/** What every screen shows in its head, signed in or not. */
export const systemRoutes = {
  'GET /api/v1/system': readSystem,
};

async function readSystem({ deps }: Call): Promise<Reply> {
  const { regionId, regionName, speed, isTrial, trialAccounts, supportPhone, credits, silentAfterSeconds } =
    deps.facts;
  const now = deps.clock.now();
  const view: SystemView = {
    regionId,
    regionName: { ...regionName },
    now: localMoment(now),
    speed,
    today: serviceDayOf(now),
    isTrial,
    roadsNotice: deps.roadsNotice(),
    trialAccounts: isTrial ? trialAccounts : [],
    supportPhone,
    silentAfterSeconds,
    credits: [...credits],
  };
  return answer(view);
}
