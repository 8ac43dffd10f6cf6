import { z } from 'zod';
import { doneBySchema } from './proxies.ts';
import { ridePlaceViewSchema } from './rides.ts';
import { idSchema } from './values.ts';

/** A part of rest under the law that limits hours at the wheel; it lasts ten minutes or more. */
export const stopRestSchema = z.object({
  from: z.number().int(),
  until: z.number().int(),
  /** At the wheel since the last whole rest, when it begins. */
  drivingSeconds: z.number().int(),
  /** Without it the driver would be at the wheel for longer than the law allows. */
  isOwed: z.boolean(),
});
export type StopRest = z.infer<typeof stopRestSchema>;

export const stopViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['stop', 'break']),
  place: ridePlaceViewSchema.nullable(),
  arrival: z.number().int(),
  start: z.number().int(),
  departure: z.number().int(),
  /** Ride ids. */
  pickups: z.array(z.string()),
  dropoffs: z.array(z.string()),
  loadAfter: z.array(z.number().int()),
  slackSeconds: z.number().int(),
  state: z.enum(['planned', 'arrived', 'departed']),
  performedArrival: z.number().int().nullable(),
  performedDeparture: z.number().int().nullable(),
  /** When the vehicle was to be here by the street's last word, where the plan has been timed anew without one since. */
  expected: z.number().int().optional(),
  /** In order; absent where no law limits the driver's hours at the wheel. */
  rests: z.array(stopRestSchema).optional(),
});
export type StopView = z.infer<typeof stopViewSchema>;

/** One shift with its vehicle and its schedule. */
export const shiftViewSchema = z.object({
  id: z.string(),
  day: z.string(),
  vehicleId: z.string(),
  vehicleName: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  driverName: z.string(),
  /** Whom to ring when the driver has to be reached; given to the office alone. */
  telephone: z.object({ of: z.enum(['driver', 'provider']), number: z.string() }).optional(),
  configurations: z.array(z.array(z.number().int())),
  depot: z.object({ name: z.string(), lon: z.number(), lat: z.number() }),
  start: z.number().int(),
  end: z.number().int(),
  version: z.number().int(),
  departure: z.number().int(),
  finish: z.number().int(),
  /** When its driver, or the desk for the driver, said that the shift is over; absent: it is not. */
  ended: z.number().int().optional(),
  /** Whose word at the desk that was, the name given to the office alone; absent: the driver's own. */
  endedBy: doneBySchema.optional(),
  /** When its driver has had the rest owed since the day before, where that is after the start; given to the office alone. */
  restedFrom: z.number().int().optional(),
  drivingMetres: z.number().int(),
  stops: z.array(stopViewSchema),
  /** Absent where no law limits the driver's hours at the wheel. */
  atWheel: z
    .object({
      limitSeconds: z.number().int(),
      /** The longest without a whole rest that is still to come, or going on. */
      longestAheadSeconds: z.number().int(),
      /** When the limit is reached without a whole rest, as planned; absent: it is kept. */
      limitReachedAt: z.number().int().optional(),
    })
    .optional(),
});
export type ShiftView = z.infer<typeof shiftViewSchema>;

export const positionViewSchema = z.object({
  shiftId: z.string(),
  lon: z.number(),
  lat: z.number(),
  at: z.string(),
});
export type PositionView = z.infer<typeof positionViewSchema>;

/** `GET /api/v1/shifts/{id}/line`: the planned line on the map, GeoJSON coordinates [lon, lat]. */
export const tourLineSchema = z.object({
  shiftId: z.string(),
  version: z.number().int(),
  line: z.array(z.tuple([z.number(), z.number()])),
});
export type TourLine = z.infer<typeof tourLineSchema>;

/**
 * Body of `POST /api/v1/shifts/{id}/end` and `POST /api/v1/shifts/{id}/end/undo` (dispatcher, administrator; of their own
 * company where they work for one; shifts of today): the driver goes home, or goes on after all.
 */
export const endShiftSchema = z.strictObject({});

/** The answer to both: when the shift was ended; null: it is not. */
export const shiftEndAnswerSchema = z.object({ shiftId: z.string(), ended: z.number().int().nullable() });
export type ShiftEndAnswer = z.infer<typeof shiftEndAnswerSchema>;

/** How long ago it was, as the driver says by telephone. */
const minutesAgo = z.number().int().min(0).max(60);

/**
 * Body of `POST /api/v1/shifts/{id}/reports` (as for the end of a shift): what a driver without a device says by telephone,
 * in the words of `driverCommandSchema`.
 */
export const deskReportSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['stop:arrive', 'stop:takeBackArrival', 'stop:depart']),
    stopId: idSchema,
    minutesAgo,
  }),
  z.strictObject({
    type: z.enum(['ride:board', 'ride:alight', 'ride:noShow']),
    rideId: idSchema,
    minutesAgo,
  }),
]);
export type DeskReport = z.infer<typeof deskReportSchema>;

/** The schedule's version after it. */
export const deskReportAnswerSchema = z.object({ shiftId: z.string(), version: z.number().int() });
export type DeskReportAnswer = z.infer<typeof deskReportAnswerSchema>;
