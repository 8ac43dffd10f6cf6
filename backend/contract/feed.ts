import { z } from 'zod';
import { positionViewSchema, shiftViewSchema } from './board.ts';
import { rideViewSchema } from './rides.ts';
import { idSchema } from './values.ts';

/** Who listens. `console` for operators, dispatchers, municipalities; `driver` one vehicle; `rider` one person. */
export const audienceSchema = z.enum(['console', 'driver', 'rider', 'clinic']);
export type Audience = z.infer<typeof audienceSchema>;

/** Names of the events that reach screens, past tense. */
export const FEED_EVENT_NAMES = [
  'ride:requested',
  'ride:offered',
  'ride:rejected',
  'ride:booked',
  'ride:assigned',
  'ride:rescheduled',
  'ride:unassigned',
  'ride:keptByHand',
  'ride:keepEnded',
  'ride:vehicleArrived',
  'ride:arrivalWithdrawn',
  'ride:boarded',
  'ride:alighted',
  'ride:noShow',
  'ride:missed',
  'ride:cancelled',
  'ride:answered',
  'ride:ruleOverridden',
  'ride:willCallBooked',
  'ride:willCallActivated',
  'ride:lapsed',
  'ride:bookingUndone',
  'ride:cancellationUndone',
  'ride:held',
  'ride:holdConfirmed',
  'ride:replaced',
  'ride:changed',
  'ride:changeUndone',
  'ride:relinked',
  'ride:promiseBroken',
  'ride:promiseRestored',
  'day:scheduleRevised',
  'day:planImproved',
  'road:closed',
  'road:reopened',
  'road:speedsChanged',
  'shift:opened',
  'shift:ended',
  'shift:endTakenBack',
  'stop:arrived',
  'stop:arrivalTakenBack',
  'stop:departed',
  'vehicle:moved',
  'callBack:created',
  'call:reported',
  'rider:read',
  'rider:added',
  'rider:changed',
  'rider:proxyChanged',
  'rider:pinChanged',
  'rider:callerChecked',
  'rider:apartChanged',
  'rider:distinctChanged',
  'rider:merged',
  'rider:separated',
  'callBack:changed',
  'waitlist:changed',
  'standingOrder:changed',
] as const;
export type FeedEventName = (typeof FEED_EVENT_NAMES)[number];

export const feedEventSchema = z.object({
  cursor: z.string(),
  name: z.enum(FEED_EVENT_NAMES),
  at: z.string(),
  day: z.string(),
  rideId: z.string().nullable(),
  shiftId: z.string().nullable(),
});
export type FeedEvent = z.infer<typeof feedEventSchema>;

/** What waits at the desk, for its head; `stamp` changes with every change of a queue: read the list again. */
export const deskQueuesSchema = z.object({
  callBacks: z.number().int(),
  waitlist: z.number().int(),
  stamp: z.string(),
});
export type DeskQueues = z.infer<typeof deskQueuesSchema>;

/**
 * Whether the rides on a rider's card are still as read, on whatever day they are: another `stamp` than the card's says
 * that it is to be read again.
 */
export const cardStampSchema = z.object({ personId: z.string(), stamp: z.string() });
export type CardStamp = z.infer<typeof cardStampSchema>;

/** Everything of the day as it stands behind `cursor`. */
export const feedSnapshotSchema = z.object({
  kind: z.literal('snapshot'),
  cursor: z.string(),
  day: z.string(),
  version: z.number().int(),
  rides: z.array(rideViewSchema),
  shifts: z.array(shiftViewSchema),
  positions: z.array(positionViewSchema),
  /** Given to those who work the queues. */
  queues: deskQueuesSchema.optional(),
  /** Given to the desk where the question names a card. */
  card: cardStampSchema.optional(),
});
export type FeedSnapshot = z.infer<typeof feedSnapshotSchema>;

/**
 * The events after the reader's cursor, each exactly once and in order, with the present state of all that they
 * touched. Whoever replaces its copies by `rides`, `shifts` and `positions` equals the server at `cursor`.
 * `gone` lists rides the reader may not see any more.
 */
export const feedChangesSchema = z.object({
  kind: z.literal('changes'),
  cursor: z.string(),
  version: z.number().int(),
  events: z.array(feedEventSchema),
  rides: z.array(rideViewSchema),
  gone: z.array(z.string()),
  shifts: z.array(shiftViewSchema),
  positions: z.array(positionViewSchema),
  queues: deskQueuesSchema.optional(),
  card: cardStampSchema.optional(),
  /** There is more behind the cursor; read again at once. */
  more: z.boolean(),
});
export type FeedChanges = z.infer<typeof feedChangesSchema>;

/**
 * Question on the socket (`feed:read`, answered by acknowledgement) and over HTTP (`GET /api/v1/feed`). Without a
 * cursor, or with one the log does not know, the answer is a snapshot. On the socket (default namespace, path
 * `/socket.io/`) a refusal is acknowledged with the same problem details as over HTTP.
 */
export const feedReadSchema = z.object({
  audience: audienceSchema,
  day: z.string().optional(),
  cursor: z.string().max(100).optional(),
  /** The rider whose card the desk has open: the answer says whether their rides have changed, on any day. */
  card: idSchema.optional(),
  /** On the socket: the rider for whom a proxy acts; over HTTP that is a header. */
  personId: idSchema.optional(),
});
export type FeedRead = z.infer<typeof feedReadSchema>;

export const feedAnswerSchema = z.discriminatedUnion('kind', [feedSnapshotSchema, feedChangesSchema]);
export type FeedAnswer = z.infer<typeof feedAnswerSchema>;
