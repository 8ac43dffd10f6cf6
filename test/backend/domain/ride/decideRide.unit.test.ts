import { describe, expect, it } from 'vitest';
import { decideRide } from '../../../../backend/domain/ride/decideRide.ts';
import { evolveRideAll } from '../../../../backend/domain/ride/evolveRide.ts';
import {
  FINAL_STATUSES,
  RIDE_STATUSES,
  type Ride,
  standingPromise,
} from '../../../../backend/domain/ride/ride.ts';
import type { RideCommand } from '../../../../backend/domain/ride/rideEvent.ts';
import { joinSteps, stepRide } from '../../../../backend/domain/ride/stepRide.ts';
import { sampleRide } from '../../../support/sampleRows.ts';

const promise = { pickup: { earliest: 100, latest: 700 }, dropoff: { earliest: 100, latest: 2000 } };
const later = { pickup: { earliest: 100, latest: 1300 }, dropoff: { earliest: 100, latest: 2600 } };

const COMMANDS: Record<RideCommand['type'], RideCommand> = {
  offer: { type: 'offer', offerIds: ['o'] },
  reject: { type: 'reject', reason: 'noCapacity' },
  book: {
    type: 'book',
    offerId: 'o',
    serviceId: 's',
    providerId: 'p',
    promise,
    directSeconds: 600,
    maxRideSeconds: 1800,
    fareYen: 300,
    at: 5,
  },
  assign: { type: 'assign', shiftId: 'shift-1', pickup: 200, dropoff: 900 },
  reschedule: { type: 'reschedule', pickup: 250, dropoff: 950 },
  unassign: { type: 'unassign', reason: 'vehicleBrokenDown' },
  keepByHand: {
    type: 'keepByHand',
    kept: { at: 6, by: { kind: 'dispatcher', name: '佐藤' }, fromShiftId: 'shift-2', previous: null },
  },
  endKeepByHand: { type: 'endKeepByHand' },
  arrive: { type: 'arrive', second: 210 },
  withdrawArrival: { type: 'withdrawArrival', reason: 'takenBack' },
  board: { type: 'board', second: 220 },
  alight: { type: 'alight', second: 930 },
  recordNoShow: { type: 'recordNoShow', second: 520 },
  recordMissed: { type: 'recordMissed', reason: 'vehicleLate' },
  breakPromise: { type: 'breakPromise', revised: later, reason: 'vehicleLate' },
  restorePromise: { type: 'restorePromise', revised: null, isTold: true },
  cancel: { type: 'cancel', reason: 'riderAsked', at: 7 },
  replace: { type: 'replace', rideId: 'ride-2', at: 7, hand: { kind: 'operator', name: '佐藤' } },
  change: {
    type: 'change',
    from: {
      rideId: 'ride-1',
      day: '2026-06-10',
      fromName: 'A',
      toName: 'B',
      requested: { kind: 'arriveBy', second: 36_000 },
      pickupSecond: 35_000,
      at: 7,
      by: { kind: 'operator', name: '佐藤' },
    },
  },
  hold: { type: 'hold', until: 9 },
  confirmHold: { type: 'confirmHold' },
  undoReplacement: { type: 'undoReplacement' },
  relink: { type: 'relink', returnOf: 'ride-3' },
  answer: { type: 'answer', answer: 'callsAgain' },
  bookWillCall: { type: 'bookWillCall', at: 6 },
  activate: { type: 'activate', by: 'phone', at: 8, second: 300 },
  lapse: { type: 'lapse' },
  undoBooking: { type: 'undoBooking' },
  undoCancellation: { type: 'undoCancellation' },
};

/** The whole table of legal moves: where each command leads from each status in which it may be given. */
const MOVES: Record<RideCommand['type'], Partial<Record<Ride['status'], Ride['status']>>> = {
  offer: { requested: 'offered', offered: 'offered', willCall: 'offered' },
  reject: { requested: 'denied', offered: 'denied' },
  book: { offered: 'booked' },
  assign: { booked: 'assigned' },
  reschedule: { assigned: 'assigned', vehicleArrived: 'vehicleArrived', onBoard: 'onBoard' },
  unassign: { assigned: 'booked' },
  keepByHand: { assigned: 'assigned' },
  endKeepByHand: { assigned: 'assigned' },
  arrive: { assigned: 'vehicleArrived' },
  withdrawArrival: { vehicleArrived: 'assigned' },
  board: { vehicleArrived: 'onBoard' },
  alight: { onBoard: 'done' },
  recordNoShow: { vehicleArrived: 'noShow' },
  recordMissed: { booked: 'missed', assigned: 'missed', vehicleArrived: 'missed' },
  breakPromise: {
    booked: 'booked',
    assigned: 'assigned',
    vehicleArrived: 'vehicleArrived',
    onBoard: 'onBoard',
  },
  restorePromise: { booked: 'booked', assigned: 'assigned' },
  cancel: {
    requested: 'cancelled',
    offered: 'cancelled',
    willCall: 'cancelled',
    booked: 'cancelled',
    assigned: 'cancelled',
    vehicleArrived: 'cancelled',
  },
  replace: {
    willCall: 'cancelled',
    booked: 'cancelled',
    assigned: 'cancelled',
    vehicleArrived: 'cancelled',
  },
  change: { booked: 'booked', willCall: 'willCall' },
  hold: { booked: 'booked', assigned: 'assigned' },
  confirmHold: {
    booked: 'booked',
    assigned: 'assigned',
    vehicleArrived: 'vehicleArrived',
    onBoard: 'onBoard',
    done: 'done',
  },
  // Only of a ride in whose place another one stands.
  undoReplacement: {},
  relink: {
    willCall: 'willCall',
    booked: 'booked',
    assigned: 'assigned',
    vehicleArrived: 'vehicleArrived',
    onBoard: 'onBoard',
  },
  answer: { offered: 'declined', denied: 'denied' },
  bookWillCall: { requested: 'willCall' },
  activate: { willCall: 'willCall', offered: 'willCall' },
  lapse: { requested: 'lapsed', offered: 'lapsed', willCall: 'lapsed' },
  undoBooking: {
    willCall: 'requested',
    booked: 'offered',
    assigned: 'offered',
    vehicleArrived: 'offered',
  },
  // The sample was promised something, so it is booked again.
  undoCancellation: { cancelled: 'booked' },
};

describe('decideRide', () => {
  it('every command in every status: moves as the table says, and nowhere else', () => {
    for (const status of RIDE_STATUSES) {
      for (const command of Object.values(COMMANDS)) {
        const ride = sampleRide({ status, willCall: { expectedSecond: 1, readyAt: null, readyBy: null } });
        const decided = decideRide(ride, command);
        const target = MOVES[command.type][status];
        const reached = decided.ok ? evolveRideAll(ride, decided.value).status : decided.reason.code;
        const refused = FINAL_STATUSES.includes(status)
          ? 'rideAlreadyClosed'
          : status === 'onBoard' && command.type === 'replace'
            ? 'rideUnderWay'
            : 'commandOutOfOrder';
        expect([status, command.type, reached]).toEqual([status, command.type, target ?? refused]);
      }
    }
  });

  it('a ride in whose place another one stands: ended as changed, and only the change can be taken back', () => {
    const replaced = stepRide(sampleRide({ status: 'assigned', promise }), COMMANDS.replace);
    if (!replaced.ok) throw new Error('refused');
    const { after } = replaced.value;
    expect(after).toMatchObject({
      endReason: 'changed',
      endedBy: { kind: 'operator', name: '佐藤' },
      replacedBy: { rideId: 'ride-2', at: 7 },
    });
    for (const command of [COMMANDS.cancel, COMMANDS.replace, COMMANDS.undoCancellation]) {
      expect(decideRide(after, command)).toEqual({
        ok: false,
        reason: { code: 'rideReplaced', details: { rideId: 'ride-2' } },
      });
    }
    const back = stepRide(after, COMMANDS.undoReplacement);
    expect(back).toMatchObject({
      ok: true,
      value: { after: { status: 'booked', endReason: null, replacedBy: null, endedBy: null, promise } },
    });
  });

  it('a refused command: the ride is untouched', () => {
    const ride = sampleRide({ status: 'done' });
    const before = structuredClone(ride);
    expect(decideRide(ride, COMMANDS.cancel)).toEqual({
      ok: false,
      reason: { code: 'rideAlreadyClosed', details: { status: 'done' } },
    });
    expect(ride).toEqual(before);
  });

  it('a promise broken: the first promise stays, the new times stand, and a call is owed', () => {
    const ride = sampleRide({ status: 'assigned', promise });
    const step = stepRide(ride, COMMANDS.breakPromise);
    if (!step.ok) throw new Error('refused');
    expect(step.value.events.map((event) => event.type)).toEqual(['PromiseBroken', 'CallBackCreated']);
    expect(step.value.after.promise).toEqual(promise);
    expect(standingPromise(step.value.after)).toEqual(later);
  });

  it('a whole life: every event adds one revision', () => {
    const { offer, book, assign, arrive, board, alight } = COMMANDS;
    const step = stepRide(sampleRide({ revision: 1 }), offer, book, assign, arrive, board, alight);
    if (!step.ok) throw new Error('refused');
    // 1 + one for each of offered, booked, assigned, arrived, boarded, alighted
    expect(step.value.after.revision).toBe(7);
    expect(step.value.after.performed).toEqual({ pickup: 220, dropoff: 930 });
  });

  it('the second of two commands out of order: the first is not kept either', () => {
    const step = stepRide(sampleRide({ status: 'assigned' }), COMMANDS.arrive, COMMANDS.alight);
    expect(step).toMatchObject({ ok: false, reason: { code: 'commandOutOfOrder' } });
  });
});

describe('joinSteps', () => {
  it('two steps of one ride: one step from the first state to the last, events in order', () => {
    const first = stepRide(sampleRide({ status: 'assigned' }), COMMANDS.arrive);
    if (!first.ok) throw new Error('refused');
    const second = stepRide(first.value.after, COMMANDS.board);
    if (!second.ok) throw new Error('refused');
    const joined = joinSteps([first.value], [second.value]);
    expect(joined).toHaveLength(1);
    expect(joined[0]!.before.status).toBe('assigned');
    expect(joined[0]!.after.status).toBe('onBoard');
    expect(joined[0]!.events.map((event) => event.type)).toEqual(['VehicleArrived', 'RiderBoarded']);
  });
});
