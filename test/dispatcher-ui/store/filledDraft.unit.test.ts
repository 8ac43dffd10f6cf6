import { describe, expect, it } from 'vitest';
import type { UsualRideView } from '../../../backend/contract/index.ts';
import { emptyDraft } from '../../../dispatcher-ui/store/bookingDraft.ts';
import { checkDraft, timesOf } from '../../../dispatcher-ui/store/checkDraft.ts';
import {
  draftFromRide,
  draftFromUsual,
  draftToChange,
  usualPlaces,
} from '../../../dispatcher-ui/store/filledDraft.ts';
import { bookedRide, completeDraft, DAY, person } from './deskFixture.ts';

const usual: UsualRideView = {
  kind: 'habit',
  from: { kind: 'home' },
  fromName: 'ご自宅',
  to: { kind: 'boardingPoint', id: 'bp-1' },
  toName: '病院',
  time: { kind: 'arriveBy', day: '2026-12-01', at: '10:00' },
  weekdays: [2],
  party: { companions: 1, attendants: 0, children: 0, luggage: 2 },
  needs: ['walker'],
  count: 9,
  lastDay: '2026-11-24',
  sentence: { ja: '', en: '' },
};

describe('a form filled in one go', () => {
  it('from a usual ride: every field, ready to be sent', () => {
    const draft = draftFromUsual(emptyDraft(DAY), person, usual, '自宅');
    expect(checkDraft(draft, DAY)).toEqual({});
    expect(timesOf(draft, DAY)).toEqual({
      kind: 'arriveBy',
      moments: [{ day: '2026-12-01', at: '10:00' }],
    });
    expect(draft).toMatchObject({
      personText: '星 キヨ',
      fromText: '自宅',
      toText: '病院',
      companions: 1,
      luggage: 2,
      needs: ['walker'],
    });
  });

  it('from a ride that stands: its door, its boarding point, its time', () => {
    const ride = bookedRide('a', {
      from: { id: 'door:person-1', name: 'ご自宅', municipality: '', lon: 139, lat: 37 },
      to: { id: 'bp-1', name: '病院', municipality: '', lon: 139, lat: 37 },
      requested: { kind: 'departAfter', second: 9 * 3600 + 300 },
    });
    const draft = draftFromRide(completeDraft, ride, '自宅');
    expect(draft).toMatchObject({
      from: { kind: 'home' },
      to: { kind: 'named', choice: { kind: 'boardingPoint', id: 'bp-1' } },
      whenText: '09:05',
      timeKind: 'departAfter',
    });
  });

  it('from a ride to be changed: who comes along too, and the ride itself; another like it is no change', () => {
    const ride = bookedRide('a', {
      party: { companions: 1, attendants: 0, children: 2, luggage: 1 },
      needs: ['walker', 'wheelchair'],
      note: '裏口から',
    });
    const typed = { ...completeDraft, person: { ...person, needs: ['walker' as const] } };
    const draft = draftToChange(typed, ride, '自宅');
    expect(draft).toMatchObject({
      companions: 1,
      children: 2,
      luggage: 1,
      // What the rider always needs is not asked for again.
      needs: ['wheelchair'],
      note: '裏口から',
      replaces: { id: 'a' },
    });
    expect(draftFromRide(draft, ride, '自宅').replaces).toBe(null);
  });

  it('places of the usual rides: each once, the home not among them', () => {
    expect(usualPlaces([usual, usual]).map((place) => place.kind === 'named' && place.name)).toEqual([
      '病院',
    ]);
  });
});
