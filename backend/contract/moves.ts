import { z } from 'zod';
import { idSchema, windowViewSchema } from './values.ts';

/** Which rule keeps a vehicle from carrying a ride. */
export const moveObstacleSchema = z.enum([
  'noRoad',
  'noVehicleWithSkill',
  'noOperatorAllowed',
  'noVehicleOnDuty',
  'noCapacity',
  'pairsApart',
  'breaksAndLimits',
  'maxRide',
  'pickupWindow',
  'dropoffWindow',
  'otherPromises',
  'severalRules',
  'notTimed',
]);
export type MoveObstacleName = z.infer<typeof moveObstacleSchema>;

/** A promise that would break, by how much later than the end of what was told. */
export const brokenPromiseSchema = z.strictObject({
  rideId: idSchema,
  lateSeconds: z.number().int().max(172_800),
});
export type BrokenPromiseView = z.infer<typeof brokenPromiseSchema>;

/** What it means for a shift to take the ride. `obstacle` and `effect` are null where it was not tried in time. */
export const moveOptionSchema = z.object({
  shiftId: z.string(),
  obstacle: moveObstacleSchema.nullable(),
  effect: z
    .object({
      /** Planned start of the ride and its end, seconds of the service day. */
      pickup: z.number().int(),
      dropoff: z.number().int(),
      /** Another provider of the ride's service would carry it. */
      changesProvider: z.boolean(),
      /** Both vehicles together, against now; less than nothing where it saves. */
      addedDrivingSeconds: z.number().int(),
      addedDrivingMetres: z.number().int(),
      /** Promises hold, but the reserve inside some is used. */
      isTight: z.boolean(),
      /** Other rides whose times move, their promises kept; less than nothing: earlier. */
      shifted: z.array(z.object({ rideId: z.string(), seconds: z.number().int() })),
      broken: z.array(brokenPromiseSchema),
    })
    .nullable(),
});
export type MoveOptionView = z.infer<typeof moveOptionSchema>;

/** `GET /api/v1/rides/{id}/moves` (dispatcher, administrator): every other shift of the day, best first. Changes nothing. */
export const movesAnswerSchema = z.object({
  rideId: z.string(),
  /** Null: nobody carries it. */
  fromShiftId: z.string().nullable(),
  options: z.array(moveOptionSchema),
});
export type MovesAnswer = z.infer<typeof movesAnswerSchema>;

/**
 * `POST /api/v1/rides/{id}/move` (dispatcher, administrator). Answers `RideAnswer`. Done only while the ride is where it
 * was seen, and where no promises break but those agreed to.
 */
export const moveRideSchema = z.strictObject({
  shiftId: idSchema,
  fromShiftId: idSchema.nullable(),
  agreed: z.array(brokenPromiseSchema).max(100).default([]),
});
export type MoveRide = z.input<typeof moveRideSchema>;

/** `POST /api/v1/rides/{id}/move/undo`: back to the vehicle it came from. `shiftId`: where it is seen. Answers `RideAnswer`. */
export const undoMoveSchema = z.strictObject({ shiftId: idSchema });
export type UndoMove = z.infer<typeof undoMoveSchema>;

/**
 * `GET /api/v1/rides/{id}/move/undo?shiftId=`: what taking the move back would mean for those whose promise it broke.
 * Changes nothing.
 */
export const undoEffectSchema = z.object({
  /** Their promise holds again. `isTold`: they know of the other time and are told once more. */
  restored: z.array(z.object({ rideId: z.string(), isTold: z.boolean(), pickup: windowViewSchema })),
  /** Rides for which the time told stays: what was promised before cannot be kept any more. */
  stays: z.array(z.string()),
});
export type UndoEffectView = z.infer<typeof undoEffectSchema>;
