import type { ApartPair } from '../../backend/domain/apart/apartPair.ts';
import { SAMPLE_NOW } from './sampleRows.ts';

/** `person-1` kept apart from a driver of the sample fleet. */
export function sampleApart(given: Partial<ApartPair> = {}): ApartPair {
  return {
    id: 'apart-1',
    personId: 'person-1',
    municipality: '07421',
    from: { kind: 'driver', providerId: 'provider-1', driverName: '運転手' },
    reason: '以前に言い争いがあった',
    recordedBy: 'account-1',
    recordedAt: SAMPLE_NOW,
    endedAt: null,
    ...given,
  };
}
