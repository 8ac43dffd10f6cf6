import type { CallDesk, NightWork, NoticeDesk, StandingDesk, Waitlist } from '../booking/index.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { UnknownCursor } from '../domain/fault/unknownCursor.ts';
import { addDays, daySecondOf, type ServiceDay, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Scheduler } from '../ports/scheduler.ts';
import type { Store } from '../ports/store.ts';
import type { StoredEvent } from '../ports/tables.ts';

/** What is owed to riders, and who sees to it. */
export interface OwedWork {
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly standing: StandingDesk;
  readonly waitlist: Waitlist;
  readonly callDesk: CallDesk;
  readonly noticeDesk: NoticeDesk;
  /** Begins a night's improvement of the plans that get rides; absent: none. */
  readonly beginNight?: () => NightWork['improve'];
}

/** Rides of standing orders are made in the small hours, when nobody books. */
const NIGHT_SECOND = 90 * 60;
/** Tomorrow's times are told from five in the afternoon, and not after nine. */
const EVENING = { begins: 17 * 3600, ends: 21 * 3600 };
const LOOK_MS = 5000;
const EVENTS_AT_ONCE = 500;
const STOP_MS = 3000;

/** What makes a place free for somebody who waits. */
const FREEING: ReadonlySet<StoredEvent['body']['type']> = new Set([
  'RideCancelled',
  'RideReplaced',
  'RideUnassigned',
  'BookingUndone',
  'NoShowRecorded',
  'ShiftOpened',
  'ShiftEndTakenBack',
  'PlanImproved',
  'RoadReopened',
]);

/**
 * Sees to what is owed to riders: standing orders at night (missed nights are made up for now), tomorrow's times in the
 * evening, the waitlist when a place becomes free, notices, calls that are over by themselves. One thing at a time, but
 * for the night's work, which takes long: nobody waits for it with a broken promise.
 * @returns a function that ends it and waits a little for what is under way
 */
export function keepPromisesTold(work: OwedWork): () => Promise<void> {
  const { store, clock, scheduler, log } = work;
  let isOver = false;
  let last: Promise<void> = Promise.resolve();
  let lastNight: Promise<void> = Promise.resolve();
  let cursor: string | undefined;
  let isRung = false;

  async function attempt(name: string, job: () => Promise<void>): Promise<void> {
    if (isOver) return;
    try {
      await job();
    } catch (err) {
      if (!isOver) log.error({ err, job: name }, 'something that is owed to riders could not be done yet');
    }
  }
  function enqueue(name: string, job: () => Promise<void>): void {
    last = last.then(() => attempt(name, job));
  }
  function enqueueNight(): void {
    lastNight = lastNight.then(() => attempt('night', night));
  }

  async function night(): Promise<void> {
    const today = serviceDayOf(clock.now());
    const improve = work.beginNight?.();
    const nightWork = { isStopped: () => isOver, ...(improve && { improve }) };
    const { days, ...counts } = await work.standing.generateAll(nightWork);
    if (days.length > 0 || counts.refused > 0) log.info({ ...counts }, 'rides of standing orders were made');
    if (counts.postponed > 0) return;
    await store.write(SYSTEM_SCOPE, ({ jobRuns }) => jobRuns.markDone('standing', today, clock.now()));
  }

  async function evening(): Promise<void> {
    const today = serviceDayOf(clock.now());
    const counts = await work.noticeDesk.tellEveningBefore(addDays(today, 1));
    if (counts.notices + counts.calls > 0) log.info(counts, 'the times of tomorrow are being told');
    await store.write(SYSTEM_SCOPE, ({ jobRuns }) => jobRuns.markDone('evening', today, clock.now()));
  }

  /** What an earlier night or this evening has missed. */
  async function catchUp(): Promise<void> {
    const now = clock.now();
    const today = serviceDayOf(now);
    const second = daySecondOf(today, now);
    const done = await store.read(SYSTEM_SCOPE, async ({ jobRuns }) => ({
      standing: await jobRuns.lastDone('standing'),
      evening: await jobRuns.lastDone('evening'),
    }));
    if (done.standing !== today) enqueueNight();
    const isEvening = second >= EVENING.begins && second < EVENING.ends;
    if (isEvening && done.evening !== today) await evening();
    const open = await store.read(SYSTEM_SCOPE, (tables) => tables.waitlist.listOpen());
    await work.waitlist.retry(new Set(open.map(({ day }) => day)));
  }

  /** What happened since the last look: whose day has room now, whose promise broke. */
  async function follow(): Promise<void> {
    const from = cursor;
    if (from === undefined) return;
    const events = await store.read(SYSTEM_SCOPE, (tables) => tables.events.readAfter(from, EVENTS_AT_ONCE));
    cursor = events.at(-1)?.cursor ?? from;
    await work.noticeDesk.tellPromises(
      ridesOf(events, ({ type }) => type === 'PromiseBroken' || type === 'PromiseRestored'),
    );
    await work.noticeDesk.tellChanged(ridesOf(events, ({ type }) => type === 'RideChanged'));
    const days = new Set<ServiceDay>(
      events.filter(({ body }) => FREEING.has(body.type)).map(({ day }) => day),
    );
    if (days.size > 0) {
      const held = await work.waitlist.retry(days);
      if (held > 0) log.info({ held }, 'places were found for riders who waited');
    }
    if (events.length === EVENTS_AT_ONCE) enqueue('follow', follow);
  }

  async function look(): Promise<void> {
    try {
      await follow();
    } catch (fault) {
      if (!(fault instanceof UnknownCursor)) throw fault;
      cursor = await store.read(SYSTEM_SCOPE, ({ events }) => events.head());
    }
    await work.waitlist.tidy();
    await work.callDesk.closeOvertaken();
    await work.noticeDesk.sendDue();
  }

  enqueue('start', async () => {
    cursor = await store.read(SYSTEM_SCOPE, ({ events }) => events.head());
    await catchUp();
  });
  const stops = [
    scheduler.daily(NIGHT_SECOND, enqueueNight),
    scheduler.daily(EVENING.begins, () => enqueue('evening', evening)),
    store.onNewEvents(() => {
      if (isRung) return;
      isRung = true;
      enqueue('follow', async () => {
        isRung = false;
        await follow();
      });
    }),
  ];
  const timer = setInterval(() => enqueue('look', look), LOOK_MS);
  return async () => {
    isOver = true;
    clearInterval(timer);
    for (const stop of stops) stop();
    // A night's work may take longer than a stop; whatever it writes is whole, and the next start goes on with it.
    await Promise.race([
      Promise.all([last, lastNight]),
      new Promise((wake) => setTimeout(wake, STOP_MS).unref()),
    ]);
  };
}

/** Ids of the rides that such events are about, each once. */
function ridesOf(
  events: readonly StoredEvent[],
  isMeant: (body: StoredEvent['body']) => boolean,
): readonly string[] {
  const ids = events.filter(({ body }) => isMeant(body)).map(({ rideId }) => rideId);
  return [...new Set(ids.filter((id) => id !== null))];
}
