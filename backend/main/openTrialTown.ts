import { serviceDayOf } from '../domain/units/time.ts';
import type { Closing } from './closing.ts';
import { fillHistory } from './fillHistory.ts';
import type { Settings } from './settings.ts';
import { trialPeople } from './trialPeople.ts';
import { openTrialStreet, type TrialTown } from './trialStreet.ts';

/** Gives a trial's invented people their past rides and their life in the street; nobody waits for either. */
export function openTrialTown(ground: Omit<TrialTown, 'people'>, settings: Settings, closing: Closing): void {
  const { region, store, clock, log } = ground;
  const people = trialPeople(region);
  const life = openTrialStreet({ ...ground, people }, settings);
  let isClosing = false;
  const history = fillHistory(store, region, people, serviceDayOf(clock.now()), () => isClosing);
  history.catch((err: unknown) => log.error({ err }, 'the history of the trial could not be written'));
  closing.add(async () => {
    isClosing = true;
    await history.catch(() => {});
  });
  life.booked.catch((err: unknown) => log.error({ err }, 'the bookings of the trial could not be entered'));
  closing.add(() => life.stop());
}
