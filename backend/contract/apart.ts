import { z } from 'zod';
import { idSchema } from './values.ts';

/** With whom a rider is not to ride: another rider, or a driver by provider and name. */
export const apartFromSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rider'), personId: idSchema }),
  z.strictObject({
    kind: z.literal('driver'),
    providerId: idSchema,
    driverName: z.string().trim().min(1).max(80),
  }),
]);

/** `POST /api/v1/people/{id}/apart` (dispatcher, administrator). Answers `ApartDone` (201). */
export const apartEntrySchema = z.strictObject({
  from: apartFromSchema,
  /** Seen by those who may write it, by nobody else. */
  reason: z.string().max(2000),
});
export type ApartEntryInput = z.input<typeof apartEntrySchema>;

/** The other one of two who are kept apart, as the card of the one shows them. */
export const apartOtherSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rider'),
    personId: z.string(),
    name: z.string(),
    kana: z.string(),
    birthYear: z.number().int(),
    hamlet: z.string(),
  }),
  z.object({
    kind: z.literal('driver'),
    name: z.string(),
    providerName: z.object({ ja: z.string(), en: z.string() }),
    /** Has any shift that will still be made a driver of that name? */
    isKnown: z.boolean(),
  }),
]);

export const apartViewSchema = z.object({
  id: z.string(),
  other: apartOtherSchema,
  reason: z.string(),
  recordedAt: z.string(),
});
export type ApartView = z.infer<typeof apartViewSchema>;

/** A ride of the rider that is still planned with somebody from whom the rider is kept apart. */
export const rideTogetherSchema = z.object({
  rideId: z.string(),
  day: z.string(),
  pickupSecond: z.number().int().nullable(),
  fromName: z.string(),
  toName: z.string(),
});

/**
 * `GET /api/v1/people/{id}/apart` (dispatcher, administrator): from whom a rider is kept apart, whoever's card it was
 * written on, and which rides are planned together all the same.
 */
export const apartAnswerSchema = z.object({
  apart: z.array(apartViewSchema),
  together: z.array(rideTogetherSchema),
});
export type ApartAnswer = z.infer<typeof apartAnswerSchema>;

/**
 * What came of writing it down, ending it (`DELETE`) or taking the end back (`POST …/restore`). Kept with the question's
 * `Idempotency-Key`, and therefore without names or reasons.
 */
export const apartDoneSchema = z.object({
  id: z.string(),
  /** How many rides were taken apart at once: another vehicle or time, their promises kept. */
  moved: z.number().int(),
});
export type ApartDone = z.infer<typeof apartDoneSchema>;

/** `GET /api/v1/drivers` (dispatcher, administrator): everybody who stands on a shift. */
export const driversAnswerSchema = z.object({
  drivers: z.array(
    z.object({
      providerId: z.string(),
      driverName: z.string(),
      providerName: z.object({ ja: z.string(), en: z.string() }),
    }),
  ),
});
export type DriversAnswer = z.infer<typeof driversAnswerSchema>;
