import { describe, expect, it } from 'vitest';
import { rideRequestSchema } from '../../../backend/contract/index.ts';
import { emptyDraft, isUntouched } from '../../../dispatcher-ui/store/bookingDraft.ts';
import { asksOf, checkDraft, draftFieldOf } from '../../../dispatcher-ui/store/checkDraft.ts';
import { bookedRide, completeDraft, DAY } from './deskFixture.ts';

const asks = (part: Partial<typeof completeDraft>, override: string | null = null) =>
  asksOf({ ...completeDraft, ...part }, DAY, override, 'call-1234');

describe('checking a draft and asking for it', () => {
  it('complete: the request is one that the contract accepts', () => {
    const [ask] = asks({});
    expect(ask).toMatchObject({
      kind: 'ride',
      request: {
        channel: 'phone',
        personId: 'person-1',
        from: { kind: 'home' },
        to: { kind: 'place', id: 'clinic-1' },
        time: { kind: 'arriveBy', day: DAY, at: '10:30' },
        party: { companions: 1, attendants: 0, children: 0, luggage: 0 },
        note: '玄関で待つ',
      },
    });
    expect(ask?.kind === 'ride' && rideRequestSchema.safeParse(ask.request).success).toBe(true);
  });

  it('a change: asks for the ride it takes the place of, and for one day and time only', () => {
    const replaces = bookedRide('ride-1');
    expect(asks({ replaces })).toMatchObject([{ kind: 'ride', request: { replaces: 'ride-1' } }]);
    const twice = { ...completeDraft, replaces, whenText: '28日、30日 10時' };
    expect(checkDraft(twice, DAY)).toEqual({ when: 'changeOneDay' });
    expect(asksOf(twice, DAY, null, 'call-1234')).toEqual([]);
  });

  it('the words typed come before what is ticked', () => {
    const [ask] = asks({ whenText: '10時半から', timeKind: 'arriveBy' });
    expect(ask).toMatchObject({ request: { time: { kind: 'departAfter', at: '10:30' } } });
  });

  it('several days: one request each, of one group; a single day is of none', () => {
    const group = asks({ whenText: '28日10時、30日11時' });
    expect(group).toMatchObject([
      { request: { time: { day: '2026-11-28', at: '10:00' }, group: 'call-1234' } },
      { request: { time: { day: '2026-11-30', at: '11:00' }, group: 'call-1234' } },
    ]);
    for (const each of group) {
      expect(each.kind === 'ride' && rideRequestSchema.safeParse(each.request).success).toBe(true);
    }
    const [one] = asks({ whenText: '28日10時' });
    expect(one?.kind === 'ride' && one.request.group).toBeUndefined();
  });

  it('a rule set aside: it goes along with the reason typed', () => {
    const [ask] = asks({ overrideReason: ' 役場の許可 ' }, 'age');
    expect(ask).toMatchObject({ request: { override: { rule: 'age', reason: '役場の許可' } } });
  });

  it('from a fax: its number is needed and goes along', () => {
    expect(checkDraft({ ...completeDraft, channel: 'fax' }, DAY)).toEqual({ reference: 'referenceMissing' });
    const [ask] = asks({ channel: 'fax', reference: 'F-12' });
    expect(ask).toMatchObject({ request: { channel: 'fax', reference: 'F-12' } });
    expect(asks({ reference: 'F-12' })[0]).toMatchObject({ request: { channel: 'phone', reference: null } });
  });

  it('empty: untouched, and every needed field is named', () => {
    const draft = emptyDraft(DAY);
    expect(isUntouched(draft)).toBe(true);
    expect(checkDraft(draft, DAY)).toEqual({
      person: 'personMissing',
      from: 'fromMissing',
      to: 'toMissing',
      when: 'timeMissing',
    });
    expect(asksOf(draft, DAY, null, 'call-1234')).toEqual([]);
  });

  it('typed but not chosen: told so, and not that it is missing', () => {
    const draft = {
      ...emptyDraft(DAY),
      personText: 'ほし',
      fromText: 'えき',
      toText: 'びょう',
      whenText: '10',
    };
    expect(checkDraft(draft, DAY)).toEqual({
      person: 'personUnchosen',
      from: 'fromUnchosen',
      to: 'toUnchosen',
    });
  });

  it('from and to the same place: told at "to", nothing is sent', () => {
    const draft = { ...completeDraft, from: completeDraft.to };
    expect(checkDraft(draft, DAY)).toEqual({ to: 'samePlace' });
    expect(asksOf(draft, DAY, null, 'call-1234')).toEqual([]);
  });

  it('a time nobody can read: told at "when"', () => {
    expect(checkDraft({ ...completeDraft, whenText: 'あさ' }, DAY)).toEqual({ when: 'timeUnreadable' });
  });

  it('paths of the server: each leads to the field that asked for it', () => {
    const paths = [
      'personId',
      'from.id',
      'to',
      'time.at',
      'party.luggage',
      'needs',
      'reference',
      'Idempotency-Key',
    ];
    expect(paths.map(draftFieldOf)).toEqual([
      'person',
      'from',
      'to',
      'when',
      'party',
      'party',
      'reference',
      null,
    ]);
  });
});
