import { describe, expect, it } from 'vitest';
import type { CallBack, CallOutcome } from '../../../../backend/domain/callBack/callBack.ts';
import { recordOutcome, undoOutcome } from '../../../../backend/domain/callBack/recordOutcome.ts';
import { isDueNow, ringFrom, sortCalls } from '../../../../backend/domain/callBack/sortCalls.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';

const DAY = '2026-06-10';
const at = (hour: number, minute = 0) => momentOf(DAY, hour * 3600 + minute * 60);

function call(given: Partial<CallBack> = {}): CallBack {
  return {
    id: 'call-1',
    revision: 1,
    personId: 'person-1',
    householdId: 'house-1',
    municipality: '07421',
    reason: 'promiseBroken',
    subject: 'ride-1',
    rideId: 'ride-1',
    standingOrderId: null,
    waitlistId: null,
    day: DAY,
    rejection: null,
    createdAt: at(9),
    dueAt: at(9),
    usefulUntil: at(12),
    bestHours: null,
    attempts: [],
    state: 'open',
    changedAt: at(9),
    ...given,
  };
}

function ring(before: CallBack, hour: number, outcome: CallOutcome): CallBack {
  const recorded = recordOutcome(before, { outcome, by: 'desk', at: hour });
  if (!recorded.ok) throw new Error(recorded.reason.code);
  return recorded.value;
}

describe('how a call ends', () => {
  it('busy: again in five minutes; busy and an answering machine count as tries', () => {
    const busy = ring(call(), at(9), 'busy');
    expect(busy.dueAt).toBe(at(9, 5));
    const machine = ring(busy, at(9, 5), 'answeringMachine');
    // The second try: half an hour.
    expect(machine.dueAt).toBe(at(9, 35));
    const again = ring(machine, at(9, 35), 'noAnswer');
    expect(ring(again, at(11), 'unreachable').state).toBe('done');
  });

  it('told: closed, and no outcome can be added', () => {
    const closed = ring(call(), at(9), 'told');
    expect(closed.state).toBe('done');
    expect(recordOutcome(closed, { outcome: 'told', by: 'desk', at: at(10) })).toMatchObject({
      reason: { code: 'callBackClosed' },
    });
  });

  it('nobody answers: again after 15, 30, 60 minutes; given up only after the third time', () => {
    const once = ring(call(), at(9), 'noAnswer');
    expect(once.dueAt).toBe(at(9, 15));
    const twice = ring(once, at(9, 15), 'noAnswer');
    expect(twice.dueAt).toBe(at(9, 45));
    expect(recordOutcome(twice, { outcome: 'unreachable', by: 'desk', at: at(9, 45) })).toMatchObject({
      reason: { code: 'tooFewTries', details: { tries: 3 } },
    });
    const thrice = ring(twice, at(9, 45), 'noAnswer');
    expect(thrice.dueAt).toBe(at(10, 45));
    expect(thrice.state).toBe('open');
    expect(ring(thrice, at(10, 45), 'unreachable').state).toBe('done');
  });

  it('call later: needs a time that is still to come', () => {
    const later = { outcome: 'callLater' as const, by: 'desk', at: at(9) };
    expect(recordOutcome(call(), { ...later, later: at(8) })).toMatchObject({ reason: { field: 'later' } });
    expect(recordOutcome(call(), { ...later, later: at(11) })).toMatchObject({
      value: { state: 'open', dueAt: at(11) },
    });
  });

  it('a slip: taken back by whoever recorded it, soon after, and by nobody else', () => {
    const closed = ring(call(), at(9), 'told');
    expect(undoOutcome(closed, 'desk', at(9, 5))).toMatchObject({ value: { state: 'open', attempts: [] } });
    expect(undoOutcome(closed, 'other', at(9, 5)).ok).toBe(false);
    expect(undoOutcome(closed, 'desk', at(9, 11)).ok).toBe(false);
    // A clock sixty times as fast: eleven minutes of it are eleven seconds at the desk.
    expect(undoOutcome(closed, 'desk', at(9, 11), 60).ok).toBe(true);
  });
});

describe('the order of the queue', () => {
  it('what is due first, then the nearest pickup; one group a household', () => {
    const groups = sortCalls(
      [
        call({ id: 'late', householdId: 'b', usefulUntil: at(15) }),
        call({ id: 'waiting', householdId: 'c', dueAt: at(10), usefulUntil: at(10, 30) }),
        call({ id: 'soon', householdId: 'a', usefulUntil: at(11) }),
        call({ id: 'also-b', householdId: 'b', usefulUntil: at(16) }),
      ],
      at(9, 30),
    );
    expect(groups.map(({ calls }) => calls.map(({ id }) => id))).toEqual([
      ['soon'],
      ['late', 'also-b'],
      ['waiting'],
    ]);
    expect(groups.map(({ isDue }) => isDue)).toEqual([true, true, false]);
  });

  it('what can only be explained afterwards comes behind what can still be done something about', () => {
    const calls = [
      call({ id: 'aboard', householdId: 'a', usefulUntil: at(9) }),
      call({ id: 'waits', householdId: 'b', usefulUntil: at(11) }),
    ];
    const order = sortCalls(calls, at(10), new Set(['aboard'])).map(({ householdId }) => householdId);
    expect(order).toEqual(['b', 'a']);
  });

  it('best hours: not outside them, unless they would come too late', () => {
    const evenings = { bestHours: { earliest: 17 * 3600, latest: 20 * 3600 } };
    expect(isDueNow(call({ ...evenings, usefulUntil: at(33) }), at(10))).toBe(false);
    expect(isDueNow(call({ ...evenings, usefulUntil: at(33) }), at(18))).toBe(true);
    expect(isDueNow(call({ ...evenings, usefulUntil: at(12) }), at(10))).toBe(true);
  });

  it('from when to ring: due or the next best hours, the morning after where today has none left', () => {
    const evenings = { bestHours: { earliest: 17 * 3600, latest: 20 * 3600 }, usefulUntil: at(48) };
    expect(ringFrom(call(evenings), at(10))).toBe(at(17));
    expect(ringFrom(call(evenings), at(21))).toBe(at(41));
    expect(ringFrom(call({ ...evenings, dueAt: at(19) }), at(10))).toBe(at(19));
    expect(ringFrom(call({ bestHours: null, dueAt: at(11) }), at(10))).toBe(at(11));
  });
});
