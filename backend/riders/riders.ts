import type { Actor } from '../domain/account/actor.ts';
import type { CallReport, PhoneCall } from '../domain/call/phoneCall.ts';
import type { Person } from '../domain/person/person.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { DoneMerge, MergeWish } from './merge/mergeRiders.ts';
import type { RiderChange } from './register/changeRider.ts';
import type { RiderEntry } from './register/riderEntry.ts';
import type { HeardCaller, OpenedCall } from './telephony/confirmCall.ts';

/** The riders' register, and the telephone that leads to it. */
export interface Riders {
  add(entry: RiderEntry, actor: Actor): Promise<Outcome<Person, Rejection>>;
  /** Refused as `staleVersion` when somebody else has changed the rider since. */
  change(
    change: RiderChange,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<Person, Rejection>>;
  merge(wish: MergeWish, actor: Actor): Promise<Outcome<DoneMerge, Rejection>>;
  undoMerge(
    mergeId: string,
    actor: Actor,
  ): Promise<Outcome<{ readonly kept: Person; readonly parted: Person }, Rejection>>;
  /** @param operator login of whoever's telephone it is, where the telephone system knows */
  reportCall(report: CallReport, operator: string | null): Promise<PhoneCall>;
  confirmCall(
    callId: string,
    heard: HeardCaller,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<OpenedCall, Rejection>>;
  /** Keeps the number of a confirmed call with a rider. */
  saveCallNumber(
    callId: string,
    personId: string,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<OpenedCall, Rejection>>;
  closeCall(callId: string, actor: Actor): Promise<Outcome<PhoneCall, Rejection>>;
}
