import type { CallOwed } from '../../backend/domain/callBack/callBack.ts';
import type { KeptNotice } from '../../backend/domain/notice/notice.ts';
import { findMobileNumber } from '../../backend/domain/notice/telephone.ts';
import type { RequestInput } from '../../backend/domain/ride/requestInput.ts';
import type { StandingEntry } from '../../backend/domain/standingOrder/standingEntry.ts';
import type { WaitlistEntry } from '../../backend/domain/waitlist/waitlistEntry.ts';
import { SAMPLE_DAY, SAMPLE_NOW } from './sampleRows.ts';

const INPUT: RequestInput = {
  channel: 'phone',
  personId: 'person-1',
  from: { kind: 'home' },
  to: { kind: 'boardingPoint', id: 'point-1' },
  day: SAMPLE_DAY,
  requested: { kind: 'arriveBy', second: 36_000 },
  companions: 0,
  attendants: 0,
  children: 0,
  needs: [],
  note: null,
};

/** The way there on the sample day, being booked. */
export function sampleEntry(given: Partial<StandingEntry> = {}): StandingEntry {
  return {
    orderId: 'standing-1',
    seriesDay: SAMPLE_DAY,
    leg: 'outbound',
    day: SAMPLE_DAY,
    state: 'claimed',
    rideId: null,
    reason: null,
    orderRevision: 1,
    input: INPUT,
    claim: 'claim-1',
    claimedUntil: SAMPLE_NOW + 60_000,
    ...given,
  };
}

/** A call about a broken promise. */
export function sampleCallOwed(given: Partial<CallOwed> = {}): CallOwed {
  return {
    personId: 'person-1',
    reason: 'promiseBroken',
    subject: 'ride-1',
    rideId: 'ride-1',
    day: SAMPLE_DAY,
    dueAt: SAMPLE_NOW,
    usefulUntil: SAMPLE_NOW + 3_600_000,
    ...given,
  };
}

/** A text message that waits to be sent. */
export function sampleNotice(given: Partial<KeptNotice> = {}): KeptNotice {
  return {
    id: 'notice-1',
    personId: 'person-1',
    municipality: '07421',
    rideId: 'ride-1',
    reason: 'eveningBefore',
    to: { kind: 'sms', address: findMobileNumber('090-0000-0001')! },
    text: 'あすのお迎えは午前9時です。',
    state: 'waiting',
    createdAt: SAMPLE_NOW,
    sendAt: SAMPLE_NOW,
    settledAt: null,
    failure: null,
    ...given,
  };
}

/** A refused request that waits. */
export function sampleWaitlistEntry(given: Partial<WaitlistEntry> = {}): WaitlistEntry {
  return {
    id: 'waitlist-1',
    revision: 1,
    personId: 'person-1',
    municipality: '07421',
    deniedRideId: 'ride-1',
    input: INPUT,
    day: SAMPLE_DAY,
    reason: 'noCapacity',
    state: 'waiting',
    rideId: null,
    heldUntil: null,
    tries: 0,
    createdAt: SAMPLE_NOW,
    changedAt: SAMPLE_NOW,
    ...given,
  };
}
