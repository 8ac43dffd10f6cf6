import { describe, expect, it } from 'vitest';
import { rideRequestSchema } from '../../../backend/contract/index.ts';
import {
  type BookingDraft,
  buildRequest,
  type ChosenPlace,
  changeOfRide,
  countOpenQuestions,
  type DraftEvent,
  EMPTY_DRAFT,
  reduceDraft,
  returnOfDraft,
} from '../../../rider-web/store/bookingDraft.ts';
import { reviveDraft } from '../../../rider-web/store/reviveDraft.ts';
import { place, ride } from '../../driver-web/store/day.ts';

const TODAY = '2026-11-24';
const HOME: ChosenPlace = { choice: { kind: 'home' }, name: '自宅', area: '' };
const HOSPITAL: ChosenPlace = {
  choice: { kind: 'place', id: 'place:1' },
  name: '高田厚生病院',
  area: '会津美里町',
};

function answer(...events: DraftEvent[]): BookingDraft {
  return events.reduce(reduceDraft, EMPTY_DRAFT);
}

const all: DraftEvent[] = [
  { type: 'placeChosen', field: 'from', place: HOME },
  { type: 'placeChosen', field: 'to', place: HOSPITAL },
  { type: 'timeChanged', time: { kind: 'arriveBy', day: TODAY, hour: 10, minute: 15 } },
  { type: 'timeSet' },
  { type: 'partyChanged', party: { companions: 0, attendants: 1, children: 0 } },
  { type: 'partySet' },
];

describe('a ride to be changed', () => {
  const booked = ride('ride:1', {
    from: { ...place('自宅'), id: 'door:person:1' },
    to: { ...place('病院'), id: 'bp-1' },
    day: TODAY,
    requested: { kind: 'arriveBy', second: 10 * 3600 + 15 * 60 },
    party: { companions: 1, attendants: 0, children: 0, luggage: 0 },
    needs: ['walker'],
    note: '裏口から',
  });
  const begun = reduceDraft(EMPTY_DRAFT, { type: 'begun', draft: changeOfRide(booked) });

  it('everything stands there, the time is asked first; answered, it asks in the place of that ride', () => {
    expect(begun.step).toBe('when');
    expect(begun.time).toEqual({ kind: 'arriveBy', day: TODAY, hour: 10, minute: 15 });
    const answered = reduceDraft(begun, { type: 'timeSet' });
    expect(answered.step).toBe('offers');
    expect(buildRequest(answered, 'web')).toMatchObject({
      from: { kind: 'home' },
      party: { companions: 1 },
      needs: ['walker'],
      note: '裏口から',
      replaces: 'ride:1',
    });
  });

  it('kept on the device: comes back the same day, and not once its day is over', () => {
    expect(reviveDraft(structuredClone(begun), TODAY)?.replaces?.id).toBe('ride:1');
    expect(reviveDraft(structuredClone(begun), '2026-11-25')).toBe(null);
  });

  it('the next booking: a new ride again', () => {
    expect(reduceDraft(begun, { type: 'begun', draft: {} }).replaces).toBe(null);
  });
});

describe('the questions of a booking', () => {
  it('answered one after the other: each leads to the next, four left, then none', () => {
    const steps: string[] = [];
    const left: number[] = [countOpenQuestions(EMPTY_DRAFT)];
    let draft = EMPTY_DRAFT;
    for (const event of all) {
      draft = reduceDraft(draft, event);
      steps.push(draft.step);
      left.push(countOpenQuestions(draft));
    }
    expect(steps).toEqual(['to', 'when', 'when', 'who', 'who', 'offers']);
    expect(left).toEqual([4, 3, 2, 2, 1, 1, 0]);
  });

  it('all answered: a request the server can read', () => {
    const request = buildRequest(answer(...all), 'web');
    expect(rideRequestSchema.safeParse(request).success).toBe(true);
    expect(request?.time).toEqual({ kind: 'arriveBy', day: TODAY, at: '10:15' });
    expect(request?.party).toEqual({ companions: 0, attendants: 1, children: 0 });
  });

  it('one question open: no request', () => {
    expect(buildRequest(answer(...all.slice(0, 5)), 'web')).toBeNull();
  });

  it('back to "where to" with everything answered: the new answer leads straight to the offers', () => {
    const shop: ChosenPlace = { ...HOSPITAL, choice: { kind: 'place', id: 'place:2' }, name: '駅前の店' };
    const draft = answer(
      ...all,
      { type: 'wentTo', step: 'to' },
      { type: 'placeChosen', field: 'to', place: shop },
    );
    expect([draft.step, draft.to?.name]).toEqual(['offers', '駅前の店']);
  });

  it('to a question of a booking that is done, by the device’s "back": asks the first one', () => {
    expect(answer({ type: 'wentTo', step: 'who' }).step).toBe('from');
    expect(answer(all[0]!, all[1]!, { type: 'wentTo', step: 'who' }).step).toBe('when');
    expect(answer(...all, { type: 'wentTo', step: 'who' }).step).toBe('who');
  });

  it('the same place at both ends: asks "where to" again', () => {
    const draft = answer(all[0]!, { type: 'placeChosen', field: 'to', place: HOME });
    expect([draft.step, draft.to]).toEqual(['to', null]);
  });

  it('time confirmed without an hour: stays at the question', () => {
    const draft = answer(
      all[0]!,
      all[1]!,
      { type: 'timeChanged', time: { kind: 'arriveBy', day: TODAY, hour: null, minute: 0 } },
      { type: 'timeSet' },
    );
    expect([draft.step, draft.isTimeSet]).toEqual(['when', false]);
  });

  it('a clinic books for a patient: the request names the patient and the channel', () => {
    const draft = answer(
      { type: 'begun', draft: { person: { id: 'person:7', name: '試験 花' }, to: HOSPITAL } },
      all[0]!,
      all[2]!,
      all[3]!,
      all[5]!,
    );
    expect(draft.step).toBe('offers');
    expect(buildRequest(draft, 'clinic')).toMatchObject({ channel: 'clinic', personId: 'person:7' });
  });

  it('the way back: ends changed over, same people and day, only the time is asked', () => {
    const there = answer(...all);
    const back = reduceDraft(there, { type: 'begun', draft: returnOfDraft(there, '2026-11-25') });
    expect([back.from?.name, back.to?.name, back.step, countOpenQuestions(back)]).toEqual([
      '高田厚生病院',
      '自宅',
      'when',
      1,
    ]);
    expect([back.time?.day, back.party.attendants]).toEqual(['2026-11-25', 1]);
  });
});

describe('a draft read back from the device', () => {
  it('half answered: comes back as it was', () => {
    const draft = answer(...all.slice(0, 3));
    expect(reviveDraft(JSON.parse(JSON.stringify(draft)), TODAY)).toEqual(draft);
  });

  it('its day has gone by: places stay, the time is asked again', () => {
    const draft = reviveDraft(answer(...all), '2026-11-25');
    expect([draft?.step, draft?.time, draft?.isTimeSet, draft?.to?.name]).toEqual([
      'when',
      null,
      false,
      '高田厚生病院',
    ]);
  });

  it('something else, or a broken one: not a draft', () => {
    for (const kept of [
      null,
      'x',
      { step: 'nowhere' },
      { ...EMPTY_DRAFT, from: { choice: { kind: 'moon' } } },
      { ...EMPTY_DRAFT, party: null },
      { ...EMPTY_DRAFT, time: 3, needs: ['wings'] },
    ]) {
      expect(reviveDraft(kept, TODAY)).toBeNull();
    }
  });
});
