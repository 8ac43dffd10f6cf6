import { z } from 'zod';
import { personViewSchema } from './people.ts';
import { rideViewSchema } from './rides.ts';
import { idSchema, momentSchema, spokenTextSchema } from './values.ts';

export const callStateSchema = z.enum(['ringing', 'answered', 'ended']);

/**
 * `POST /api/v1/telephony/calls`, sent by a telephone system (ringing, answered, ended: one request each, in any order,
 * as often as it likes). Signed: header `X-Ainori-Timestamp` has the sender's Unix time in seconds and
 * `X-Ainori-Signature` is `sha256=` and the hex HMAC-SHA256 of `TIMESTAMP.BODY` under the line's secret. Answered 202.
 */
export const callReportSchema = z.object({
  /** The telephone system's id of the call, the same in all its reports. */
  id: idSchema,
  state: callStateSchema,
  /** As the network gave it, in any form; null, empty or a word (`anonymous`, 非通知) when withheld. */
  number: z.string().max(100).nullable().default(null),
  line: z.string().min(1).max(60),
  /** The desk telephone that rings or was lifted. */
  station: z.string().max(60).nullable().default(null),
  /** The login of the operator, where the system knows. */
  operator: z.string().max(100).nullable().default(null),
});

/**
 * A call before anything personal is shown. `isKnown`: somebody has this number, `peopleCount` how many (a household).
 * A withheld number is null. The socket rings `call:ring` whenever a call of this account changed: ask again.
 */
export const callViewSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  state: callStateSchema,
  /** With hyphens, to be read aloud. */
  number: z.string().nullable(),
  line: z.string(),
  station: z.string().nullable(),
  /** On this account's screen only; false: on every desk's. */
  isMine: z.boolean(),
  isKnown: z.boolean(),
  peopleCount: z.number().int(),
  rangAt: momentSchema,
  answeredAt: momentSchema.nullable(),
  endedAt: momentSchema.nullable(),
  isConfirmed: z.boolean(),
  /** Who it is about, once confirmed. */
  personId: z.string().nullable(),
  /** How far the caller came on the voice line before; null: they did not speak to it. */
  voice: spokenTextSchema.nullable(),
});
export type CallView = z.infer<typeof callViewSchema>;

/** `GET /api/v1/telephony/calls`: calls on this account's screen that are not put away, the newest first. */
export const callsAnswerSchema = z.object({ calls: z.array(callViewSchema) });
export type CallsAnswer = z.infer<typeof callsAnswerSchema>;

export const callerKindSchema = z.enum(['self', 'family', 'careManager', 'clinic', 'townOffice', 'other']);
export type CallerKindName = z.infer<typeof callerKindSchema>;

/**
 * `POST /api/v1/telephony/calls/{id}/confirm`: the operator has heard who is calling. With nothing else it opens the
 * household of the number; `saidName` opens it only where somebody there is called so; `personId` says whom it is about
 * (also somebody found by search, for an unknown or withheld number), `caller` who speaks. Each opening is logged.
 */
export const confirmCallSchema = z.strictObject({
  saidName: z.string().trim().min(1).max(60).optional(),
  personId: idSchema.optional(),
  caller: callerKindSchema.optional(),
});
export type ConfirmCall = z.infer<typeof confirmCallSchema>;

/** The household on the screen. `rides` are today's and later ones of everybody in `people`. */
export const callCardSchema = z.object({
  call: callViewSchema,
  people: z.array(personViewSchema),
  rides: z.array(rideViewSchema),
  /** The number is not among those of the person it is about: offer to save it. */
  canSaveNumber: z.boolean(),
});
export type CallCard = z.infer<typeof callCardSchema>;

/** `POST /api/v1/telephony/calls/{id}/number`: keeps the caller's number with a person. Answers the card. */
export const saveNumberSchema = z.strictObject({ personId: idSchema });

/** `POST /api/v1/telephony/stations`: from now on calls of this desk telephone come to this account's screen. */
export const claimStationSchema = z.strictObject({ station: z.string().trim().min(1).max(60) });
/** Answer of the same, and of `GET /api/v1/telephony/stations`. */
export const stationAnswerSchema = z.object({ station: z.string().nullable() });
export type StationAnswer = z.infer<typeof stationAnswerSchema>;
