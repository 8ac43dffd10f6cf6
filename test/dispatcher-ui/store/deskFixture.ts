import type { OfferView, PersonView, Problem, RideView } from '../../../backend/contract/index.ts';
import type { BookingDraft } from '../../../dispatcher-ui/store/bookingDraft.ts';
import { emptyDraft } from '../../../dispatcher-ui/store/bookingDraft.ts';
import { ride } from '../../screen-kit/store/dayFixture.ts';

/** A Friday. */
export const DAY = '2026-11-27';

export const person: PersonView = {
  id: 'person-1',
  householdId: 'household-1',
  familyName: '星',
  givenName: 'キヨ',
  familyKana: 'ほし',
  givenKana: 'きよ',
  birthYear: 1943,
  municipality: '07447',
  hamlet: '高田',
  houseName: null,
  houseKana: null,
  otherPhones: [],
  consentOn: null,
  revision: 1,
  phone: '0242-00-1001',
  needs: [],
  careLevel: null,
  certificates: [],
  note: null,
};

/** A form with everything filled in. */
export const completeDraft: BookingDraft = {
  ...emptyDraft(DAY),
  person,
  personText: '星 キヨ',
  from: { kind: 'home' },
  to: { kind: 'named', choice: { kind: 'place', id: 'clinic-1' }, name: '診療所', side: '' },
  whenText: '10時半',
  companions: 1,
  note: ' 玄関で待つ ',
};

export function offer(id: string, part: Partial<OfferView> = {}): OfferView {
  const words = { ja: id, en: id };
  return {
    id,
    rideId: `ride of ${id}`,
    day: DAY,
    serviceName: words,
    providerName: words,
    pickupPlace: 'ご自宅',
    dropoffPlace: '診療所',
    promisedPickup: { earliest: 36_000, latest: 37_200 },
    promisedDropoff: { earliest: 37_000, latest: 37_800 },
    pickupSecond: 36_000,
    dropoffSecond: 37_000,
    toldArrival: { earliest: 37_020, latest: 38_220 },
    waitMinutes: 5,
    rideMinutes: 15,
    sharedWith: 0,
    sharedPeople: 0,
    fareYen: 300,
    isEstimate: false,
    expiresAt: '2026-11-27T10:05:00+09:00',
    alternative: null,
    sentence: words,
    ...part,
  };
}

export function problem(part: Partial<Problem> = {}): Problem {
  const words = { ja: 'いっぱいです。', en: 'Full.' };
  return { type: '', title: '', status: 422, code: 'noCapacity', sentence: words, action: words, ...part };
}

export const bookedRide = (id: string, part: Partial<RideView> = {}): RideView =>
  ride({ id, day: DAY, status: 'assigned', ...part });
