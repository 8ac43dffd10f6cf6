import { z } from 'zod';
import { coordinatesSchema, momentSchema } from './values.ts';

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const monthDaySchema = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** A road by its number, all of it or between two places on it; or every road of an area. */
export const closedStretchSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ref'),
    ref: z.string().min(1).max(20),
    between: z.tuple([coordinatesSchema, coordinatesSchema]).nullable().default(null),
  }),
  z.object({ kind: z.literal('area'), ring: z.array(coordinatesSchema).min(3).max(500) }),
]);

export const yearlySchema = z.object({ from: monthDaySchema, to: monthDaySchema });
export const hoursSchema = z.object({
  from: clockSchema,
  to: clockSchema,
  weekdays: z.array(z.number().int().min(0).max(6)).min(1).max(7).nullable().default(null),
});

/**
 * `POST /api/v1/closures` enters a closure; with `?check=1` it only tells what the closure would do. Without `from` it
 * begins now, without `to` it holds until further notice. `yearly` holds from one day (`MM-DD`) to another, `hours` from
 * one time of day (`HH:MM`) to another, past midnight where the second is earlier.
 */
export const closureInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  reason: z.string().trim().min(1).max(200),
  stretch: closedStretchSchema,
  from: momentSchema.nullable().default(null),
  to: momentSchema.nullable().default(null),
  yearly: yearlySchema.nullable().default(null),
  hours: hoursSchema.nullable().default(null),
});
export type ClosureInput = z.input<typeof closureInputSchema>;

const lineSchema = z.array(z.tuple([z.number(), z.number()]));
const spokenSchema = z.object({ ja: z.string(), en: z.string() });

/** What was moved for a closure, by ride and shift ids. */
export const roadsReplanSchema = z.object({
  movedRideIds: z.array(z.string()),
  /** Rides whose riders are to be called: new times, or nobody carries them any more. */
  callRideIds: z.array(z.string()),
  /** Shifts with somebody aboard to whom no road leads. */
  stuckShiftIds: z.array(z.string()),
});

export const closureViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  reason: z.string(),
  stretch: closedStretchSchema,
  from: momentSchema.nullable(),
  to: momentSchema.nullable(),
  yearly: yearlySchema.nullable(),
  hours: hoursSchema.nullable(),
  /** When it holds, as one says it. */
  when: spokenSchema,
  holdsNow: z.boolean(),
  /** Closed parts, each a line of [lon, lat]. */
  lines: z.array(lineSchema),
  /** Null while it is under way, and for those who do not plan. */
  replan: roadsReplanSchema.nullable(),
});
export type ClosureView = z.infer<typeof closureViewSchema>;

/** `GET /api/v1/closures`: those that hold or are to come. */
export const closuresAnswerSchema = z.object({ closures: z.array(closureViewSchema) });
export type ClosuresAnswer = z.infer<typeof closuresAnswerSchema>;

/** What a closure does. `cutOff` names boarding points without a way in or out, `sentence` says so with the times. */
export const closureCheckSchema = z.object({
  cutOff: z.array(
    z.object({ id: z.string(), name: z.string(), hasWayIn: z.boolean(), hasWayOut: z.boolean() }),
  ),
  sentence: spokenSchema.nullable(),
  closedMetres: z.number(),
  /** Closed parts, each a line of [lon, lat]. */
  lines: z.array(lineSchema),
});
export type ClosureCheckView = z.infer<typeof closureCheckSchema>;

/** Answer of `POST /api/v1/closures` (201). */
export const closedAnswerSchema = closureCheckSchema.extend({ closure: closureViewSchema });
export type ClosedAnswer = z.infer<typeof closedAnswerSchema>;

/** Answer of `DELETE /api/v1/closures/{id}`, which opens the road again. */
export const reopenedAnswerSchema = z.object({ closure: closureViewSchema });
export type ReopenedAnswer = z.infer<typeof reopenedAnswerSchema>;
