import { z } from 'zod';
import { clockTextSchema, type PlaceChoice, placeChoiceSchema } from './requests.ts';
import { idSchema, needSchema, rideStatusSchema, serviceDaySchema, spokenTextSchema } from './values.ts';

/** A time of day of a series: be there by, or leave no earlier than. */
export const seriesTimeSchema = z.strictObject({
  kind: z.enum(['arriveBy', 'departAfter']),
  at: clockTextSchema,
});
export type SeriesTime = z.infer<typeof seriesTimeSchema>;

const placeNameSchema = z.string().trim().min(1).max(200).nullable();

function isNamed({ kind }: PlaceChoice, name: string | null): boolean {
  return kind === 'home' || name !== null;
}

/** What an operator may change about a series. */
export const standingWishSchema = z
  .strictObject({
    from: placeChoiceSchema,
    to: placeChoiceSchema,
    /** How the places are called; null: the rider's home, which each screen calls by its own word. */
    fromName: placeNameSchema,
    toName: placeNameSchema,
    /** 0 = Sunday … 6 = Saturday. */
    weekdays: z.array(z.number().int().min(0).max(6)).max(7),
    /** Counted from the week of `startDay`; weeks begin on Monday. */
    everyWeeks: z.number().int().min(1).max(12),
    startDay: serviceDaySchema,
    endDay: serviceDaySchema.nullable(),
    pauses: z.array(z.strictObject({ from: serviceDaySchema, to: serviceDaySchema })).max(20),
    holidayRule: z.enum(['skip', 'ride', 'move']),
    moveToWeekday: z.number().int().min(0).max(6).nullable(),
    outbound: seriesTimeSchema,
    homeward: seriesTimeSchema.nullable(),
    companions: z.number().int().min(0).max(7),
    attendants: z.number().int().min(0).max(7),
    children: z.number().int().min(0).max(7),
    luggage: z.number().int().min(0).max(7),
    needs: z.array(needSchema).max(8),
    note: z.string().max(500).nullable(),
  })
  .refine(({ from, fromName }) => isNamed(from, fromName), { path: ['fromName'] })
  .refine(({ to, toName }) => isNamed(to, toName), { path: ['toName'] });
export type StandingWishInput = z.infer<typeof standingWishSchema>;

/**
 * One date that is not as the series says; it survives every change of the series. `skip`: no ride; `ride`: a ride
 * whatever pauses and holidays say, also on a date that the series does not have; `times`: other times on this date.
 */
export const dayExceptionSchema = z.strictObject({
  day: serviceDaySchema,
  kind: z.enum(['skip', 'ride', 'times']),
  /** Left out: as the series. */
  outbound: seriesTimeSchema.optional(),
  /** `null`: no way home on this date. */
  homeward: seriesTimeSchema.nullable().optional(),
});
export type DayExceptionInput = z.infer<typeof dayExceptionSchema>;

/** A date of a series: ridden, or left out and why. */
export const seriesDateViewSchema = z.object({
  /** The date the series names; exceptions are made by it. */
  seriesDay: z.string(),
  day: z.string(),
  rides: z.boolean(),
  /** Why it is not as usual, in words; null: as usual. */
  reason: z.string().nullable(),
  reasonText: spokenTextSchema.nullable(),
  isException: z.boolean(),
  outbound: seriesTimeSchema,
  homeward: seriesTimeSchema.nullable(),
  /** What was made of it already. */
  made: z.array(
    z.object({
      leg: z.enum(['outbound', 'homeward']),
      state: z.enum(['claimed', 'booked', 'refused', 'withdrawn']),
      reasonText: spokenTextSchema.nullable(),
      /** The ride as it stands now. */
      rideStatus: rideStatusSchema.nullable(),
      pickupSecond: z.number().int().nullable(),
      /** Ridden, cancelled or changed by hand: no change of the series rewrites it. */
      isTouched: z.boolean(),
    }),
  ),
});
export type SeriesDateView = z.infer<typeof seriesDateViewSchema>;

export const standingOrderViewSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  personId: z.string(),
  state: z.enum(['active', 'ended']),
  wish: standingWishSchema,
  /** Those to come and those of the week that is; the older ones are kept, and do not concern anybody any more. */
  exceptions: z.array(dayExceptionSchema),
  dates: z.array(seriesDateViewSchema),
});
export type StandingOrderView = z.infer<typeof standingOrderViewSchema>;

/** `GET /api/v1/people/{id}/standing-orders`. */
export const standingOrdersAnswerSchema = z.object({ orders: z.array(standingOrderViewSchema) });
export type StandingOrdersAnswer = z.infer<typeof standingOrdersAnswerSchema>;

/** `POST /api/v1/standing-orders/preview`: the next dates of a series; nothing is written. */
export const previewSeriesSchema = z.strictObject({
  personId: idSchema,
  /** The kept order it would change: what was made of its dates is told, too. */
  orderId: idSchema.nullable().default(null),
  wish: standingWishSchema,
  exceptions: z.array(dayExceptionSchema).max(200),
  from: serviceDaySchema,
  days: z.number().int().min(1).max(400),
  /** No more dates than this. */
  most: z.number().int().min(1).max(400).default(400),
});
export type PreviewSeries = z.input<typeof previewSeriesSchema>;
export const seriesDatesSchema = z.object({ dates: z.array(seriesDateViewSchema) });
export type SeriesDates = z.infer<typeof seriesDatesSchema>;

/** `POST /api/v1/standing-orders` keeps a new series and books its rides up to the horizon. */
export const createStandingOrderSchema = z.strictObject({
  personId: idSchema,
  wish: standingWishSchema,
  exceptions: z.array(dayExceptionSchema).max(200),
});
export type CreateStandingOrder = z.infer<typeof createStandingOrderSchema>;

/** `POST /api/v1/standing-orders/{id}`: a change by the revision that was read; what is left out stays. */
export const changeStandingOrderSchema = z.strictObject({
  revision: z.number().int().min(1),
  wish: standingWishSchema.optional(),
  state: z.enum(['active', 'ended']).optional(),
  /** Sets the exception of a date; `kind` null takes it away. */
  exception: dayExceptionSchema.extend({ kind: dayExceptionSchema.shape.kind.nullable() }).optional(),
});
export type ChangeStandingOrder = z.infer<typeof changeStandingOrderSchema>;

/** Answer of both writes: the order as it stands, and what was made of it. */
export const standingOrderAnswerSchema = z.object({
  order: standingOrderViewSchema,
  made: z.object({
    booked: z.number().int(),
    refused: z.number().int(),
    withdrawn: z.number().int(),
    postponed: z.number().int(),
  }),
});
export type StandingOrderAnswer = z.infer<typeof standingOrderAnswerSchema>;
