import { describe, expect, it } from 'vitest';
import { type BookingDraft, emptyDraft } from '../../../dispatcher-ui/store/bookingDraft.ts';
import { draftForRider, losesTyped } from '../../../dispatcher-ui/store/changeRider.ts';
import { completeDraft, DAY, person } from './deskFixture.ts';

const other = { ...person, id: 'person-2', familyName: '渡部', givenName: 'イネ' };
const typed: BookingDraft = {
  ...completeDraft,
  enteredFor: { personId: person.id, isFilled: false },
  proxyId: 'proxy-1',
  needs: ['walker'],
  luggage: 1,
  overrideReason: '町の窓口が認めました',
};

describe('a rider chosen in the middle of a booking', () => {
  it('another rider: needs, note, company, proxy and exception of the former are gone, what was said stays', () => {
    const draft = draftForRider(draftForRider(typed, null, DAY), other, DAY);
    expect(draft).toEqual({
      ...emptyDraft(DAY),
      person: other,
      personText: '渡部 イネ',
      enteredFor: { personId: 'person-2', isFilled: false },
      from: typed.from,
      fromText: typed.fromText,
      to: typed.to,
      toText: typed.toText,
      whenText: typed.whenText,
    });
  });

  it('another rider after a usual ride of the former: places and time are gone too, the paper stays', () => {
    const filled: BookingDraft = {
      ...typed,
      enteredFor: { personId: person.id, isFilled: true },
      channel: 'fax',
      reference: 'F-0417',
    };
    expect(draftForRider(filled, other, DAY)).toEqual({
      ...emptyDraft(DAY),
      person: other,
      personText: '渡部 イネ',
      enteredFor: { personId: 'person-2', isFilled: false },
      channel: 'fax',
      reference: 'F-0417',
    });
  });

  it('the same rider, typed over by mistake and chosen again: all as it was, the proxy to be chosen again', () => {
    expect(draftForRider(draftForRider(typed, null, DAY), person, DAY)).toEqual({ ...typed, proxyId: null });
  });

  it('the first rider, after the rest was typed: nothing is lost', () => {
    const early = { ...typed, person: null, personText: '', enteredFor: null, proxyId: null };
    expect(draftForRider(early, person, DAY)).toEqual({ ...typed, proxyId: null });
  });
});

describe('what a ride from the list would replace', () => {
  const empty = emptyDraft('2026-06-10');

  it.each([
    ['nothing typed', empty, false],
    ['a time typed before anybody is chosen', { ...empty, whenText: '10' }, true],
    ['a place only begun', { ...empty, toText: '病' }, true],
    ['spaces', { ...empty, note: '  ' }, false],
    ['the same rider on the telephone', { ...typed, person: { ...person, id: 'person-9' } }, false],
  ])('%s: %s', (_, draft, loses) => {
    expect(losesTyped(draft, 'person-9')).toBe(loses);
  });
});
