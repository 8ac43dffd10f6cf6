import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { aboutRide } from '../../domain/callBack/callsOwed.ts';
import { type ContactWish, noWish } from '../../domain/callBack/contactWish.ts';
import { afterQuietHours, chooseNotice } from '../../domain/notice/chooseNotice.ts';
import type { KeptNotice, NoticeReason } from '../../domain/notice/notice.ts';
import type { Person } from '../../domain/person/person.ts';
import { type Ride, standingPromise } from '../../domain/ride/ride.ts';
import { spokenPlace } from '../../domain/ride/spokenPlace.ts';
import { spokenTime } from '../../domain/units/spokenTime.ts';
import { type EpochMs, momentOf, type ServiceDay } from '../../domain/units/time.ts';
import { undoTime } from '../../domain/units/undoTime.ts';
import type { Notices } from '../../ports/notices.ts';
import type { Tables } from '../../ports/tables.ts';
import type { BookingWorld } from '../bookingWorld.ts';

/** What notices need of the world. */
export interface NoticeWorld extends BookingWorld {
  readonly notices: Notices;
}

/** Automatic notices: written down with what they are about, sent afterwards. */
export interface NoticeDesk {
  /**
   * Tells the riders of a day their time on the evening before: by a notice where they agreed to one, else by a call
   * where they want it. Each ride once, however often it is asked. @returns notices and calls
   */
  tellEveningBefore(day: ServiceDay): Promise<{ readonly notices: number; readonly calls: number }>;
  /** Writes down a notice for rides whose promise broke; the call that is owed stands besides. */
  tellBrokenPromises(rideIds: readonly string[]): Promise<void>;
  /** Writes down a notice for rides whose promise holds again after the rider was told otherwise. */
  tellRestoredPromises(rideIds: readonly string[]): Promise<void>;
  /** Writes down one notice for each ride that was changed into; sent once the change can no longer be taken back. */
  tellChanged(rideIds: readonly string[]): Promise<void>;
  /** Sends what is due; not what was overtaken, because the ride is no more. What cannot be delivered becomes a call. @returns how many were settled */
  sendDue(): Promise<number>;
}

/** A sender that died gives its notices back after this long. */
const CLAIM_MS = 2 * 60_000;
const AT_ONCE = 50;

/** Notices over a world. */
export function createNoticeDesk(world: NoticeWorld): NoticeDesk {
  const { store, clock } = world;

  /** @param delay so long nothing is sent */
  async function tell(rideIds: readonly string[], reason: NoticeReason, delay: EpochMs): Promise<void> {
    if (rideIds.length === 0) return;
    await store.write(SYSTEM_SCOPE, async (tables) => {
      const rides = await tables.rides.listByIds(rideIds);
      const told = await readAddressees(
        tables,
        rides.filter((ride) => isStillSo(ride, reason)),
      );
      const from = clock.now() + delay;
      await tables.notices.insertNew(told.flatMap((each) => noticeFor(each, reason, from) ?? []));
    });
  }

  return {
    tellEveningBefore: (day) =>
      store.write(SYSTEM_SCOPE, async (tables) => {
        const now = clock.now();
        const rides = (await tables.rides.listByDay(day)).filter(({ status }) => status === 'assigned');
        const told = await readAddressees(tables, rides);
        const notices = told.flatMap((each) => noticeFor(each, 'eveningBefore', now) ?? []);
        await tables.notices.insertNew(notices);
        const byNotice = new Set(notices.map(({ rideId }) => rideId));
        const wanted = told.filter(({ ride, wish }) => wish.eveningCall && !byNotice.has(ride.id));
        const ids = wanted.map(({ ride }) => ride.id);
        const known = new Set(await tables.callBacks.listKnownSubjects('eveningBefore', ids));
        const owed = wanted
          .filter(({ ride }) => !known.has(ride.id))
          .map(({ ride }) => ({ ...aboutRide(ride), reason: 'eveningBefore' as const, dueAt: now }));
        await tables.callBacks.owe(owed, now);
        return { notices: notices.length, calls: owed.length };
      }),
    tellBrokenPromises: (rideIds) => tell(rideIds, 'promiseBroken', 0),
    tellRestoredPromises: (rideIds) => tell(rideIds, 'promiseRestored', 0),
    tellChanged: (rideIds) => tell(rideIds, 'changed', undoTime(clock.speed)),
    async sendDue() {
      const now = clock.now();
      const claim = world.ids.next('sender');
      const due = await store.write(SYSTEM_SCOPE, (tables) =>
        tables.notices.takeDue(now, now + CLAIM_MS, claim, AT_ONCE),
      );
      for (const notice of due) await send(world, notice);
      return due.length;
    },
  };
}

async function send(world: NoticeWorld, notice: KeptNotice): Promise<void> {
  const { id, personId, to, text } = notice;
  if (!(await isStillToTell(world, notice))) {
    await world.store.write(SYSTEM_SCOPE, (tables) =>
      tables.notices.settle(id, 'failed', world.clock.now(), 'overtaken'),
    );
    return;
  }
  const delivery = await world.notices.send({ id, personId, to, text });
  const now = world.clock.now();
  await world.store.write(SYSTEM_SCOPE, async (tables) => {
    const failure = delivery.ok ? null : delivery.failure;
    const isSettled = await tables.notices.settle(id, delivery.ok ? 'sent' : 'failed', now, failure);
    if (!isSettled || delivery.ok) return;
    const ride = await tables.rides.find(notice.rideId);
    if (!ride) return;
    await tables.callBacks.owe([{ ...aboutRide(ride), reason: 'noticeFailed', dueAt: now }], now);
  });
}

/** Nobody is told of a pickup that will not be: the ride was cancelled or changed, or a booking was taken back. */
async function isStillToTell({ store }: NoticeWorld, { rideId, reason }: KeptNotice): Promise<boolean> {
  const ride = await store.read(SYSTEM_SCOPE, ({ rides }) => rides.find(rideId));
  if (ride === undefined || !isStillSo(ride, reason)) return false;
  return ['booked', 'assigned', 'vehicleArrived'].includes(ride.status);
}

/** Nobody is told that a time moves whose promise holds again: what moved it was taken back. */
function isStillSo({ revisedPromise }: Ride, reason: NoticeReason): boolean {
  return reason !== 'promiseBroken' || revisedPromise !== null;
}

interface Addressee {
  readonly ride: Ride;
  readonly person: Person;
  readonly wish: ContactWish;
}

async function readAddressees(tables: Tables, rides: readonly Ride[]): Promise<readonly Addressee[]> {
  const ids = [...new Set(rides.map(({ personId }) => personId))];
  const people = new Map((await tables.people.listByIds(ids)).map((person) => [person.id, person]));
  const wishes = new Map((await tables.contactWishes.listByPeople(ids)).map((wish) => [wish.personId, wish]));
  return rides.flatMap((ride) => {
    const person = people.get(ride.personId);
    if (!person) return [];
    return [{ ride, person, wish: wishes.get(person.id) ?? noWish(person.id, person.municipality) }];
  });
}

/** The id says what it is about: written down twice it is one. None where it would come after the pickup. */
function noticeFor(
  { ride, person, wish }: Addressee,
  reason: NoticeReason,
  now: EpochMs,
): KeptNotice[] | undefined {
  const to = chooseNotice(wish, person.phone);
  const pickup = ride.scheduled.pickup ?? standingPromise(ride)?.pickup.earliest;
  const sendAt = afterQuietHours(now);
  if (!to || pickup === undefined || sendAt >= momentOf(ride.day, pickup)) return undefined;
  const isOfTime = reason === 'promiseBroken' || reason === 'promiseRestored';
  const suffix = isOfTime ? `:${pickup}` : '';
  return [
    {
      id: `notice:${reason}:${ride.id}${suffix}`,
      personId: person.id,
      municipality: person.municipality,
      rideId: ride.id,
      reason,
      to,
      text: noticeText(ride, reason, pickup),
      state: 'waiting',
      createdAt: now,
      sendAt,
      settledAt: null,
      failure: null,
    },
  ];
}

function noticeText(ride: Ride, reason: NoticeReason, pickup: number): string {
  const [, month, date] = ride.day.split('-').map(Number);
  const place = spokenPlace(ride.from).ja;
  const when = `${month}月${date}日 ${spokenTime(pickup).ja}ごろ`;
  if (reason === 'eveningBefore') return `あいのりです。${when}、${place}へお迎えにまいります。`;
  if (reason === 'changed')
    return `あいのりです。ご予約を変えました。${when}、${place}へお迎えにまいります。`;
  if (reason === 'promiseRestored')
    return `あいのりです。お迎えが前のお約束の時刻に戻りました。たびたび申し訳ありません。${when}、${place}へまいります。`;
  return `あいのりです。お迎えの時刻が変わります。申し訳ありません。${when}、${place}へまいります。`;
}
