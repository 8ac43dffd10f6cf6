import type { StandingWishInput } from '../../backend/contract/index.ts';

/** To the clinic by nine on Mondays and Thursdays and home at noon, as the screens ask for it, unless stated otherwise. */
export function wishInput(given: Partial<StandingWishInput> = {}): StandingWishInput {
  return {
    from: { kind: 'home' },
    to: { kind: 'place', id: 'clinic' },
    fromName: null,
    toName: '診療所',
    weekdays: [1, 4],
    everyWeeks: 1,
    startDay: '2026-12-01',
    endDay: null,
    pauses: [],
    holidayRule: 'skip',
    moveToWeekday: null,
    outbound: { kind: 'arriveBy', at: '09:00' },
    homeward: { kind: 'departAfter', at: '12:00' },
    companions: 0,
    attendants: 0,
    children: 0,
    luggage: 0,
    needs: [],
    note: null,
    ...given,
  };
}
