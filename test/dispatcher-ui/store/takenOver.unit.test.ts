import { describe, expect, it } from 'vitest';
import type { RideView } from '../../../backend/contract/index.ts';
import { takenOver } from '../../../dispatcher-ui/store/takenOver.ts';
import { ride, shift } from '../../screen-kit/store/dayFixture.ts';

const NOW = Date.parse('2026-11-22T12:00:00+09:00');
const shifts = new Map([
  ['taxi', shift({ id: 'taxi', providerId: 'aizu-taxi', vehicleName: 'タクシー1号' })],
]);
const reader = { displayName: '田中', providerId: null };

function moved(id: string, at: string, part: Partial<NonNullable<RideView['keptByHand']>> = {}): RideView {
  const by = { kind: 'dispatcher', name: '鈴木' } as const;
  const kept = {
    at: `2026-11-22T${at}:00+09:00`,
    by,
    fromVehicleName: '3号車',
    changedProvider: true,
    brokenCount: 0,
  };
  return ride({ id, shiftId: 'taxi', keptByHand: { ...kept, ...part } });
}

describe('rides that came from another company', () => {
  const idsOf = (rides: readonly RideView[], given: { displayName?: string; providerId?: string } = {}) =>
    takenOver(rides, shifts, { ...reader, ...given }, NOW).map((each) => each.ride.id);

  it('of the last hour, the last one first; not those that stayed with their company or were only kept', () => {
    const rides = [
      moved('early', '11:00'),
      moved('old', '10:59'),
      moved('late', '11:59'),
      moved('own', '11:30', { changedProvider: false }),
      ride({ id: 'free', shiftId: 'taxi' }),
    ];
    expect(idsOf(rides)).toEqual(['late', 'early']);
  });

  it('not to whoever did it; to a company of its own rides only', () => {
    const rides = [moved('a', '11:30')];
    expect(idsOf(rides, { displayName: '鈴木' })).toEqual([]);
    expect(idsOf(rides, { providerId: 'aizu-taxi' })).toEqual(['a']);
    expect(idsOf(rides, { providerId: 'aizu-bus' })).toEqual([]);
  });

  it('with whose vehicle it was and who moved it', () => {
    expect(takenOver([moved('a', '11:30')], shifts, reader, NOW)).toMatchObject([
      { shift: { vehicleName: 'タクシー1号' }, fromVehicleName: '3号車', by: '鈴木' },
    ]);
  });
});
