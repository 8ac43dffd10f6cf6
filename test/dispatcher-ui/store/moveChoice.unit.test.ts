import { describe, expect, it } from 'vitest';
import type { MoveOptionView } from '../../../backend/contract/index.ts';
import {
  isLeftBehind,
  isMovable,
  isMoveUndoable,
  moveChoice,
} from '../../../dispatcher-ui/store/moveChoice.ts';
import { ride as rideOf, shift as shiftOf } from '../../screen-kit/store/dayFixture.ts';

const effect: NonNullable<MoveOptionView['effect']> = {
  pickup: 36_000,
  dropoff: 37_000,
  addedDrivingSeconds: 0,
  addedDrivingMetres: 0,
  isTight: false,
  changesProvider: false,
  shifted: [],
  broken: [],
};
const shifts = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, shiftOf({ id })]));
const hand = {
  at: '2026-11-22T10:05:00+09:00',
  by: { kind: 'dispatcher', name: '鈴木' },
  brokenCount: 0,
  changedProvider: false,
} as const;

describe('the vehicles for a ride that is moved', () => {
  it('who can take it in the order given; who cannot by reason, other companies last', () => {
    const choice = moveChoice(
      [
        { shiftId: 'b', obstacle: null, effect },
        { shiftId: 'a', obstacle: 'noOperatorAllowed', effect: null },
        { shiftId: 'c', obstacle: 'noCapacity', effect: null },
        { shiftId: 'd', obstacle: null, effect: null },
        { shiftId: 'e', obstacle: 'noCapacity', effect: null },
      ],
      shifts,
    );
    expect(choice.possible.map(({ shift }) => shift.id)).toEqual(['b']);
    expect(choice.blocked.map(({ why, shifts: list }) => [why, list.map(({ id }) => id)])).toEqual([
      ['noCapacity', ['c', 'e']],
      ['notTried', ['d']],
      ['noOperatorAllowed', ['a']],
    ]);
  });

  it('a shift that the screen does not know yet: left out', () => {
    expect(moveChoice([{ shiftId: 'x', obstacle: null, effect }], shifts).possible).toEqual([]);
  });
});

describe('rides that can be moved', () => {
  const promisedPickup = { earliest: 36_000, latest: 36_600 };

  it.each([
    ['to come', { status: 'assigned' }, true, false],
    ['promised, nobody carries it', { status: 'booked', promisedPickup }, true, true],
    ['without promised times', { status: 'booked', promisedPickup: null }, false, false],
    ['under way', { status: 'onBoard' }, false, false],
    ['over', { status: 'cancelled' }, false, false],
  ] as const)('%s', (_, given, movable, left) => {
    const ride = rideOf({ id: 'r', ...given });
    expect([isMovable(ride), isLeftBehind(ride)]).toEqual([movable, left]);
  });

  it.each([
    ['moved from a vehicle', { ...hand, fromVehicleName: '3号車' }, true],
    ['put on one when nobody carried it', { ...hand, fromVehicleName: null }, true],
    ['only kept where it was', hand, false],
    ['not kept', null, false],
  ])('%s: the move can be taken back or not', (_, keptByHand, isUndoable) => {
    expect(isMoveUndoable(rideOf({ id: 'r', status: 'assigned', keptByHand }))).toBe(isUndoable);
  });
});
