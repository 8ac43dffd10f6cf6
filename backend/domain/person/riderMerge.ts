import type { EpochMs } from '../units/time.ts';
import type { Person } from './person.ts';

/** What belongs to a rider and goes with them, by ids. */
export interface Belongings {
  readonly rides: readonly string[];
  readonly standingOrders: readonly string[];
  readonly callBacks: readonly string[];
  readonly waitlistEntries: readonly string[];
}

export const NO_BELONGINGS: Belongings = {
  rides: [],
  standingOrders: [],
  callBacks: [],
  waitlistEntries: [],
};

/** Two entries found to be one person; can be taken back. */
export interface RiderMerge {
  readonly id: string;
  readonly keptId: string;
  readonly goneId: string;
  readonly municipality: string;
  readonly mergedBy: string;
  readonly mergedAt: EpochMs;
  readonly undoneAt: EpochMs | null;
  /** The kept rider as they were before. */
  readonly keptBefore: Person;
  /** The revision of the kept rider that the merge made. */
  readonly keptRevision: number;
  readonly moved: Belongings;
}

/** The kept rider with what only the other entry knew: numbers, needs, note, certificates. */
export function joinRiders(kept: Person, gone: Person): Person {
  const phones = [kept.phone, ...kept.otherPhones, gone.phone, ...gone.otherPhones].filter(
    (phone) => phone !== '',
  );
  const [phone = '', ...otherPhones] = [...new Set(phones)];
  const notes = [kept.note, gone.note].filter((note) => note !== null);
  return {
    ...kept,
    phone,
    otherPhones,
    houseName: kept.houseName ?? gone.houseName,
    houseKana: kept.houseKana ?? gone.houseKana,
    needs: [...new Set([...kept.needs, ...gone.needs])],
    careLevel: kept.careLevel ?? gone.careLevel,
    certificates: [...new Set([...kept.certificates, ...gone.certificates])],
    note: notes.length === 0 ? null : [...new Set(notes)].join('／'),
    clinicId: kept.clinicId ?? gone.clinicId,
    consentOn: kept.consentOn ?? gone.consentOn,
    revision: kept.revision + 1,
  };
}

/** The kept rider when a merge is taken back: as before, unless somebody has changed them since. */
export function partRiders(present: Person, merge: RiderMerge): Person {
  const revision = present.revision + 1;
  return present.revision === merge.keptRevision
    ? { ...merge.keptBefore, revision }
    : { ...present, revision };
}
