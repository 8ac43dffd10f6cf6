import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { aboutRide } from '../../domain/callBack/callsOwed.ts';
import { noWish } from '../../domain/callBack/contactWish.ts';
import type { KeptNotice } from '../../domain/notice/notice.ts';
import { lastPromiseWord } from '../../domain/notice/promiseWord.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import { undoTime } from '../../domain/units/undoTime.ts';
import type { Notices } from '../../ports/notices.ts';
import type { Tables } from '../../ports/tables.ts';
import type { BookingWorld } from '../bookingWorld.ts';
import { isStillToTell } from './isStillToTell.ts';
import { readLastSaid } from './lastSaid.ts';
import { type Addressee, noticeFor } from './noticeFor.ts';

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
  /**
   * Writes down a notice for rides whose promise broke, or holds again after the rider was told otherwise: of what happened
   * to it last. The call that is owed stands besides.
   */
  tellPromises(rideIds: readonly string[]): Promise<void>;
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

  async function tellPromises(rideIds: readonly string[]): Promise<void> {
    if (rideIds.length === 0) return;
    await store.write(SYSTEM_SCOPE, async (tables) => {
      const now = clock.now();
      for (const addressee of await readAddressees(tables, await tables.rides.listByIds(rideIds))) {
        const word = lastPromiseWord(await tables.events.listByRide(addressee.ride.id));
        const notices = word?.isToTell ? noticeFor(addressee, word.reason, now, word.timesRestored) : [];
        const said = await readLastSaid(tables, addressee.ride);
        await tables.notices.insertNew((notices ?? []).filter(({ text }) => text !== said?.text));
      }
    });
  }

  async function tellChanged(rideIds: readonly string[]): Promise<void> {
    if (rideIds.length === 0) return;
    await store.write(SYSTEM_SCOPE, async (tables) => {
      const told = await readAddressees(tables, await tables.rides.listByIds(rideIds));
      const from = clock.now() + undoTime(clock.speed);
      await tables.notices.insertNew(told.flatMap((each) => noticeFor(each, 'changed', from) ?? []));
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
    tellPromises,
    tellChanged,
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
  if (!(await isStillToTell(world.store, notice))) {
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
