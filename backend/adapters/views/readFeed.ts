import type {
  Audience,
  CardStamp,
  DeskQueues,
  FeedAnswer,
  FeedChanges,
  FeedSnapshot,
} from '../../contract/index.ts';
import { readRestedFrom } from '../../dispatch/index.ts';
import type { Role } from '../../domain/account/account.ts';
import { UnknownCursor } from '../../domain/fault/unknownCursor.ts';
import type { Shift } from '../../domain/fleet/fleet.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Store } from '../../ports/store.ts';
import type { StoredEvent, Tables } from '../../ports/tables.ts';
import { readCardStamp } from './cardStamp.ts';
import { formatFeedCursor, parseFeedCursor } from './feedCursor.ts';
import { feedEventView } from './feedEventView.ts';
import { listRestedAnew } from './listRestedAnew.ts';
import { readNearPoints } from './nearPoints.ts';
import { positionView } from './positionView.ts';
import { type AccountScope, canSeeRide, ownShiftIdsOf } from './reader.ts';
import { readRideViews } from './rideView.ts';
import { type Fleet, type RideSight, readFleet, shiftView } from './shiftView.ts';

/** How many events of the log one answer goes through; the rest follows with `more`. */
const FEED_PAGE = 500;

/** Who works the queues of the desk. */
const DESK_ROLES: readonly Role[] = ['operator', 'dispatcher', 'administrator'];

/** What a reader asks of the feed, already judged: the audience fits the role and the day may be read. */
export interface FeedQuestion {
  readonly audience: Audience;
  readonly day: ServiceDay;
  readonly cursor: string | undefined;
  /** The rider whose card is to be kept as it is, from `today` on; absent: none. */
  readonly card?: { readonly personId: string; readonly today: ServiceDay };
}

/** The day as one reader sees it, inside one transaction. */
interface Sightline {
  readonly tables: Tables;
  readonly scope: AccountScope;
  readonly question: FeedQuestion;
  readonly ownShiftIds: ReadonlySet<string>;
  /** Shifts this audience is shown at all. */
  readonly shifts: readonly Shift[];
}

/**
 * The day behind the reader's cursor: what happened since, each event once and in order, with the present state of
 * what it touched; or a snapshot when there is no cursor, or one that does not belong to this log, day and audience.
 * Everything is read in one transaction, so that the state fits the cursor.
 * @param page how many events of the log to go through at most
 */
export function readFeed(
  store: Store,
  scope: AccountScope,
  question: FeedQuestion,
  page = FEED_PAGE,
): Promise<FeedAnswer> {
  return store.read(scope, async (tables) => {
    const sightline = await openSightline(tables, scope, question);
    const place = question.cursor === undefined ? undefined : parseFeedCursor(question.cursor);
    if (place?.audience !== question.audience || place.day !== question.day) return readSnapshot(sightline);
    try {
      return await readChanges(sightline, place.log, page);
    } catch (fault) {
      if (fault instanceof UnknownCursor) return readSnapshot(sightline);
      throw fault;
    }
  });
}

async function openSightline(
  tables: Tables,
  scope: AccountScope,
  question: FeedQuestion,
): Promise<Sightline> {
  const all = await tables.fleet.listShifts(question.day);
  const ownShiftIds = ownShiftIdsOf(scope, all);
  return { tables, scope, question, ownShiftIds, shifts: shownShifts(question.audience, all, ownShiftIds) };
}

/** Riders and clinics follow rides, not vehicles: a tour would tell where other people live. */
function shownShifts(
  audience: Audience,
  shifts: readonly Shift[],
  own: ReadonlySet<string>,
): readonly Shift[] {
  if (audience === 'console') return shifts;
  return audience === 'driver' ? shifts.filter((shift) => own.has(shift.id)) : [];
}

async function readSnapshot(sightline: Sightline): Promise<FeedSnapshot> {
  const { tables, scope, question, ownShiftIds } = sightline;
  const head = await tables.events.head();
  const rides = await listRides(sightline);
  const seen = rides.filter((ride) => canSeeRide(scope, ride, ownShiftIds));
  return {
    kind: 'snapshot',
    cursor: formatFeedCursor({ ...question, log: head }),
    day: question.day,
    version: await tables.days.version(question.day),
    rides: await readRideViews(tables, seen, scope),
    shifts: await readShiftViews(sightline, () => true),
    positions: await readPositions(sightline, () => true),
    ...(await readQueues(sightline)),
    ...(await readCard(sightline)),
  };
}

function listRides({ tables, scope, question }: Sightline): Promise<readonly Ride[]> {
  if ((scope.role === 'rider' || scope.role === 'proxy') && scope.personId !== null) {
    return tables.rides.listByPerson(scope.personId, question.day, question.day);
  }
  return tables.rides.listByDay(question.day);
}

async function readChanges(sightline: Sightline, after: string, page: number): Promise<FeedChanges> {
  const { tables, scope, question, ownShiftIds } = sightline;
  const log = await tables.events.readAfter(after, page);
  const ofDay = log.filter((event) => event.day === question.day);
  const touched = await tables.rides.listByIds(idsOf(ofDay, (event) => event.rideId));
  const seen = touched.filter((ride) => canSeeRide(scope, ride, ownShiftIds));
  const seenIds = new Set(seen.map((ride) => ride.id));
  const events = ofDay.filter((event) => concerns(sightline, event, seenIds));
  const touchedShifts = new Set(idsOf(events, (event) => event.shiftId));
  const oldestRevision = Math.min(...events.map(revisionOf));
  const restedAnew = await readRestedAnew(sightline, log);
  return {
    kind: 'changes',
    cursor: formatFeedCursor({ ...question, log: log.at(-1)?.cursor ?? after }),
    version: await tables.days.version(question.day),
    events: events.map(feedEventView),
    rides: await readRideViews(tables, seen, scope),
    gone: idsOf(events, (event) => event.rideId).filter((id) => !seenIds.has(id)),
    shifts: await readShiftViews(
      sightline,
      (id, version) => touchedShifts.has(id) || restedAnew.has(id) || version >= oldestRevision,
    ),
    positions: await readPositions(sightline, (id) => touchedShifts.has(id)),
    ...(await readQueues(sightline)),
    ...(await readCard(sightline)),
    more: log.length === page,
  };
}

/** Does the event concern this reader: a ride they may see, or a shift they are shown? */
function concerns(sightline: Sightline, event: StoredEvent, seenIds: ReadonlySet<string>): boolean {
  if (event.rideId !== null && seenIds.has(event.rideId)) return true;
  const { audience } = sightline.question;
  if (event.shiftId !== null) return sightline.shifts.some((shift) => shift.id === event.shiftId);
  if (event.rideId !== null) return false;
  return audience === 'console' || audience === 'driver';
}

/** The plan's version that a revision made; beyond every version for other events. */
function revisionOf(event: StoredEvent): number {
  return event.body.type === 'ScheduleRevised' ? event.body.version : Number.POSITIVE_INFINITY;
}

async function readShiftViews(
  sightline: Sightline,
  isWanted: (shiftId: string, version: number) => boolean,
): Promise<ReturnType<typeof shiftView>[]> {
  const { tables, question, shifts } = sightline;
  if (shifts.length === 0) return [];
  const schedules = new Map(
    (await tables.days.listSchedules(question.day)).map((schedule) => [schedule.shiftId, schedule]),
  );
  const wanted = shifts.filter((shift) => isWanted(shift.id, schedules.get(shift.id)?.version ?? -1));
  if (wanted.length === 0) return [];
  const rideIds = wanted.flatMap((shift) =>
    (schedules.get(shift.id)?.stops ?? []).flatMap((stop) => [...stop.pickups, ...stop.dropoffs]),
  );
  const sight = await rideSight(sightline, rideIds);
  const fleet = await readFleetOf(sightline);
  const near = await readNearPoints(
    tables,
    wanted.flatMap(({ id }) => schedules.get(id) ?? []),
  );
  return wanted.map((shift) => shiftView(shift, schedules.get(shift.id), fleet, sight, near));
}

/** The fleet, with what only the office is told of its drivers. */
async function readFleetOf({ tables, scope, question, shifts }: Sightline): Promise<Fleet> {
  const isOffice = DESK_ROLES.includes(scope.role);
  const fleet = await readFleet(tables, isOffice);
  if (!isOffice) return fleet;
  const providers = [...fleet.providers.values()];
  return { ...fleet, restedFrom: await readRestedFrom(tables, question.day, shifts, providers) };
}

/** Shifts to be shown again to the office for what happened on the day before. */
async function readRestedAnew(
  { tables, scope, question, shifts }: Sightline,
  log: readonly StoredEvent[],
): Promise<ReadonlySet<string>> {
  return DESK_ROLES.includes(scope.role) ? listRestedAnew(tables, question.day, shifts, log) : new Set();
}

/** Which rides in the stops of shown shifts the reader may know of. */
async function rideSight(
  { tables, scope, ownShiftIds }: Sightline,
  rideIds: readonly string[],
): Promise<RideSight> {
  if (scope.role === 'driver' || (scope.role !== 'municipality' && scope.municipalities.length === 0)) {
    return () => true;
  }
  const rides = await tables.rides.listByIds([...new Set(rideIds)]);
  const seen = new Set(rides.filter((ride) => canSeeRide(scope, ride, ownShiftIds)).map((ride) => ride.id));
  return (id) => seen.has(id);
}

async function readPositions(
  { tables, scope, question, shifts }: Sightline,
  isWanted: (shiftId: string) => boolean,
): Promise<ReturnType<typeof positionView>[]> {
  // Movements of vehicles belong to no municipality, so its feed cannot follow them.
  if (scope.role === 'municipality') return [];
  const wanted = new Set(shifts.map((shift) => shift.id).filter(isWanted));
  if (wanted.size === 0) return [];
  const positions = await tables.positions.list(question.day);
  return positions.filter((position) => wanted.has(position.shiftId)).map(positionView);
}

/** What waits at the desk, for those who work there. */
async function readQueues({ tables, scope }: Sightline): Promise<{ queues?: DeskQueues }> {
  if (!DESK_ROLES.includes(scope.role)) return {};
  const [calls, waiting] = [await tables.callBacks.state(), await tables.waitlist.state()];
  const stamp = `${calls.version}.${waiting.version}`;
  return { queues: { callBacks: calls.open, waitlist: waiting.open, stamp } };
}

/** Whether the card that the desk has open is still as it was read. */
async function readCard({ tables, scope, question }: Sightline): Promise<{ card?: CardStamp }> {
  if (!question.card || !DESK_ROLES.includes(scope.role)) return {};
  const { personId, today } = question.card;
  return { card: { personId, stamp: await readCardStamp(tables, personId, today) } };
}

/** The ids that events name, each once, in order of first mention. */
function idsOf(events: readonly StoredEvent[], idOf: (event: StoredEvent) => string | null): string[] {
  return [...new Set(events.map(idOf).filter((id) => id !== null))];
}
