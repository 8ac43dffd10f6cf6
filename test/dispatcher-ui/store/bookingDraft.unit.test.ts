import { describe, expect, it } from 'vitest';
import { type PersonView, type PlaceView, rideRequestSchema } from '../../../backend/contract/index.ts';
import {
  type BookingDraft,
  checkDraft,
  draftFieldOf,
  emptyDraft,
  isUntouched,
  requestOf,
} from '../../../dispatcher-ui/store/bookingDraft.ts';

const person: PersonView = {
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
const clinic: PlaceView = {
  id: 'clinic-1',
  name: '診療所',
  kana: 'しんりょうじょ',
  nameEn: 'Clinic',
  kind: 'clinic',
  municipality: '07447',
  lon: 139.9,
  lat: 37.5,
};
const complete: BookingDraft = {
  ...emptyDraft('2026-11-23'),
  person,
  from: { kind: 'home' },
  to: { kind: 'place', place: clinic },
  timeText: '10時半',
  companions: 1,
  note: ' 玄関で待つ ',
};

describe('booking draft', () => {
  it('complete: the request is one that the contract accepts', () => {
    const request = requestOf(complete);
    expect(rideRequestSchema.safeParse(request).success).toBe(true);
    expect(request).toMatchObject({
      channel: 'phone',
      personId: 'person-1',
      from: { kind: 'home' },
      to: { kind: 'place', id: 'clinic-1' },
      time: { kind: 'arriveBy', day: '2026-11-23', at: '10:30' },
      party: { companions: 1, attendants: 0, children: 0 },
      note: '玄関で待つ',
    });
  });

  it('empty: untouched, and every needed field is named', () => {
    const draft = emptyDraft('2026-11-23');
    expect(isUntouched(draft)).toBe(true);
    expect(checkDraft(draft)).toEqual({
      person: 'personMissing',
      from: 'fromMissing',
      to: 'toMissing',
      time: 'timeMissing',
    });
    expect(requestOf(draft)).toBeNull();
  });

  it('from and to the same place: told at "to", nothing is sent', () => {
    const draft = { ...complete, from: complete.to };
    expect(checkDraft(draft)).toEqual({ to: 'samePlace' });
    expect(requestOf(draft)).toBeNull();
  });

  it('a time nobody can read and a date that was emptied: both are told', () => {
    expect(checkDraft({ ...complete, timeText: 'あさ', day: '' })).toEqual({
      day: 'dayMissing',
      time: 'timeUnreadable',
    });
  });

  it('paths of the server: each leads to the field that asked for it', () => {
    const paths = [
      'personId',
      'from.id',
      'to',
      'time.at',
      'time.day',
      'party.companions',
      'needs',
      'Idempotency-Key',
    ];
    expect(paths.map(draftFieldOf)).toEqual(['person', 'from', 'to', 'time', 'day', 'party', 'party', null]);
  });
});
