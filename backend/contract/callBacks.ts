import { z } from 'zod';
import { clockTextSchema } from './requests.ts';
import {
  idSchema,
  momentSchema,
  namedPlaceSchema,
  needSchema,
  spokenTextSchema,
  windowViewSchema,
} from './values.ts';

/** How a call ended. `noAnswer`, `busy`, `answeringMachine` and `callLater` leave it in the queue; all others close it. */
export const callOutcomeSchema = z.enum([
  'told',
  'accepted',
  'declined',
  'tookOther',
  'waitlisted',
  'noAnswer',
  'busy',
  'answeringMachine',
  'callLater',
  'unreachable',
  'notNeeded',
]);
export type CallOutcomeName = z.infer<typeof callOutcomeSchema>;

/** A call we owe somebody. */
export const callBackViewSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  reason: z.string(),
  /** Why, in words. */
  reasonText: spokenTextSchema,
  /** To be read aloud. */
  sentence: spokenTextSchema,
  person: z.object({
    id: z.string(),
    name: z.string(),
    kana: z.string(),
    birthYear: z.number().int(),
    hamlet: z.string(),
    needs: z.array(needSchema),
    note: z.string().nullable(),
  }),
  rideId: z.string().nullable(),
  standingOrderId: z.string().nullable(),
  waitlistId: z.string().nullable(),
  day: z.string(),
  /** Second of the day of the pickup it is about; null: none. */
  pickupSecond: z.number().int().nullable(),
  /** Was the ride asked for by its arrival or by its departure? Null: there is no ride. */
  requestedKind: z.enum(['arriveBy', 'departAfter']).nullable(),
  isDue: z.boolean(),
  dueAt: z.string(),
  /** From when it should be rung: due, and inside the best hours where they do not come too late. */
  ringFrom: z.string(),
  /** When it is made again where the rider has no time now: in their best hours, after an hour at the soonest. */
  ringAgainAt: z.string(),
  usefulUntil: z.string().nullable(),
  bestHours: windowViewSchema.nullable(),
  unansweredTries: z.number().int(),
  /** The last try that reached nobody; null: there was none. */
  lastTry: z.object({ at: z.string(), outcome: z.enum(['noAnswer', 'busy', 'answeringMachine']) }).nullable(),
  /** May it be given up: has it been tried often enough? */
  mayGiveUp: z.boolean(),
  createdAt: z.string(),
});
export type CallBackView = z.infer<typeof callBackViewSchema>;

/** All calls to one telephone, made in one go. */
export const callGroupViewSchema = z.object({
  householdId: z.string(),
  phone: z.string(),
  isDue: z.boolean(),
  /** Who has the telephone in hand. */
  claim: z.object({ displayName: z.string(), isMine: z.boolean(), until: z.string() }).nullable(),
  calls: z.array(callBackViewSchema),
});
export type CallGroupView = z.infer<typeof callGroupViewSchema>;

/** `GET /api/v1/call-backs`: the queue in the order in which it should be rung. */
export const callQueueSchema = z.object({ groups: z.array(callGroupViewSchema) });
export type CallQueueView = z.infer<typeof callQueueSchema>;

/**
 * `POST /api/v1/call-backs/{id}/offers`: other times for the ride or date the call is about; it stands as it is until one
 * is taken. Answers `OffersAnswer` (201), or a problem with alternatives.
 */
export const callOffersSchema = z.strictObject({
  /** Null: as it was asked for. */
  time: z
    .strictObject({ kind: z.enum(['arriveBy', 'departAfter']), at: clockTextSchema })
    .nullable()
    .default(null),
});
export type CallOffers = z.input<typeof callOffersSchema>;

/**
 * What an outcome says is done with it: a place that was held is kept or given back; where the times had moved or no
 * vehicle was left, `declined` cancels the ride. `POST /api/v1/call-backs/{id}/outcome` by whoever has the telephone (409 `callBackNotTaken` else). Also
 * `…/take`, `…/put-down` and `…/undo`, without a body. All answer the queue.
 */
export const recordCallSchema = z.strictObject({
  outcome: callOutcomeSchema,
  /** With `callLater`: when the rider wants to be rung (`ringAgainAt` unless they said). */
  later: momentSchema.optional(),
  /** With `tookOther`: the offer (of `…/offers`) that is booked, in the same transaction. */
  offerId: idSchema.optional(),
  /** With `waitlisted`: the refused request (of `…/offers`) that waits. */
  requestId: idSchema.optional(),
});
export type RecordCall = z.infer<typeof recordCallSchema>;

export const waitlistEntryViewSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'held', 'booked', 'unmet', 'withdrawn']),
  personId: z.string(),
  riderName: z.string(),
  riderKana: z.string(),
  phone: z.string(),
  day: z.string(),
  from: namedPlaceSchema,
  to: namedPlaceSchema,
  requested: z.object({ kind: z.enum(['arriveBy', 'departAfter']), second: z.number().int() }),
  /** Why there was no place at the last try, in words. */
  reason: spokenTextSchema,
  tries: z.number().int(),
  heldUntil: z.string().nullable(),
  createdAt: z.string(),
});
export type WaitlistEntryView = z.infer<typeof waitlistEntryViewSchema>;

/** `GET /api/v1/waitlist`: waiting and held, oldest first. */
export const waitlistAnswerSchema = z.object({ entries: z.array(waitlistEntryViewSchema) });
export type WaitlistAnswer = z.infer<typeof waitlistAnswerSchema>;

/** `POST /api/v1/waitlist`: a refused request waits for a place. `…/{id}/withdraw` takes it off. Both answer the list. */
export const addToWaitlistSchema = z.strictObject({ requestId: idSchema });

const secondOfDaySchema = z.number().int().min(0).max(86_400);

/** `GET` and `POST /api/v1/people/{id}/contact`: how somebody wishes to be told things. */
export const contactWishSchema = z.strictObject({
  eveningCall: z.boolean(),
  /** Seconds of one day. */
  bestHours: z.object({ earliest: secondOfDaySchema, latest: secondOfDaySchema }).nullable(),
  sms: z.boolean(),
  voice: z.boolean(),
  email: z.email().max(200).nullable(),
});
export type ContactWishView = z.infer<typeof contactWishSchema>;

/** What is left out stays as it is. */
export const contactChangeSchema = contactWishSchema.partial();
export type ContactChange = z.infer<typeof contactChangeSchema>;

export const contactAnswerSchema = z.object({
  wish: contactWishSchema,
  /** A landline gets no text message. */
  canTakeSms: z.boolean(),
  /** The latest automatic notices and what became of them. */
  notices: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['sms', 'voice', 'email']),
      text: z.string(),
      state: z.enum(['waiting', 'sent', 'failed']),
      at: z.string(),
      failure: z.string().nullable(),
    }),
  ),
});
export type ContactAnswer = z.infer<typeof contactAnswerSchema>;
