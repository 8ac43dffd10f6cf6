import type { Account, Acting } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import type { ApartPair } from '../domain/apart/apartPair.ts';
import type { CallReport, PhoneCall } from '../domain/call/phoneCall.ts';
import type { Person } from '../domain/person/person.ts';
import type { ProxyGrant } from '../domain/proxy/proxyGrant.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { CancelledBy } from '../domain/ride/rideHand.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { ApartEntry } from './apart/recordApart.ts';
import type { DoneMerge, MergeWish } from './merge/mergeRiders.ts';
import type { JoinWish, OpenInvitation } from './proxies/acceptInvitation.ts';
import type { CallerSaid } from './proxies/checkCaller.ts';
import type { MadeInvitation } from './proxies/inviteProxy.ts';
import type { ProxyEntry } from './proxies/recordProxy.ts';
import type { RiderChange } from './register/changeRider.ts';
import type { RiderEntry } from './register/riderEntry.ts';
import type { HeardCaller, OpenedCall } from './telephony/confirmCall.ts';
import type { IdentifiedCaller } from './telephony/identifyCaller.ts';

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
  /** Says that two entries are two people. @returns the id under which it can be taken back */
  noteDistinct(personId: string, otherId: string, actor: Actor): Promise<Outcome<string, Rejection>>;
  undoDistinct(distinctId: string, actor: Actor): Promise<Outcome<void, Rejection>>;
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
  /** Writes down who may act for a rider. */
  recordProxy(
    personId: string,
    entry: ProxyEntry,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<ProxyGrant, Rejection>>;
  endProxy(
    grantId: string,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<ProxyGrant, Rejection>>;
  /** Takes the end of a grant back within seconds. */
  restoreProxy(
    grantId: string,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<ProxyGrant, Rejection>>;
  /** Makes the code by which a proxy comes to an account, in place of one that is still open. */
  inviteProxy(
    grantId: string,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<MadeInvitation, Rejection>>;
  /** A code that was lost, or read out to somebody else. */
  withdrawInvitation(
    grantId: string,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<ProxyGrant, Rejection>>;
  /** Whose code it is; wrong ones are counted. */
  checkInvitation(code: string): Promise<Outcome<OpenInvitation, Rejection>>;
  /** Makes the account, or gives the grant to one that is there; the code is used up. */
  acceptInvitation(code: string, wish: JoinWish): Promise<Outcome<Account, Rejection>>;
  /** Writes down, once a day, that a proxy looked at a rider's rides. */
  noteLook(acting: Acting & { readonly personId: string }, accountId: string): Promise<void>;
  /** Sets a rider's PIN, or removes it (null). @returns whether there is one now */
  setPin(
    personId: string,
    pin: string | null,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<boolean, Rejection>>;
  /** May this caller cancel for the rider? Five wrong answers within a quarter of an hour end it. */
  checkCaller(personId: string, said: CallerSaid, actor: Actor): Promise<Outcome<CancelledBy, Rejection>>;
  /** Which member of a number's household was born in that year, where nobody at the desk hears the caller? */
  identifyByYear(number: string, year: number, actor: Actor): Promise<IdentifiedCaller>;
  /** Which of these, who were born in one year, is called so? */
  identifyByName(personIds: readonly string[], name: string, actor: Actor): Promise<IdentifiedCaller>;
  /** Writes down that a rider is not to ride with somebody; the plans of the days to come have to follow. */
  recordApart(
    personId: string,
    entry: ApartEntry,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<ApartPair, Rejection>>;
  /** Lets two ride together again. */
  endApart(
    apartId: string,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<ApartPair, Rejection>>;
  /** Takes the end back within seconds. */
  restoreApart(
    apartId: string,
    actor: Actor,
    canSee: (person: Person) => boolean,
  ): Promise<Outcome<ApartPair, Rejection>>;
  closeCall(callId: string, actor: Actor): Promise<Outcome<PhoneCall, Rejection>>;
}
