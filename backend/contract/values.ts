import { z } from 'zod';

/** `YYYY-MM-DD`, a date that exists. */
export const serviceDaySchema = z.iso.date();

/** A moment with its offset, ISO 8601. */
export const momentSchema = z.iso.datetime({ offset: true });

export const idSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w:.,@-]+$/u);

export const coordinatesSchema = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});

/** A pair of seconds of the service day, shown with its clock text (`09:20`). */
export const windowViewSchema = z.object({
  earliest: z.number().int(),
  latest: z.number().int(),
});

export const roleSchema = z.enum([
  'operator',
  'dispatcher',
  'driver',
  'clinic',
  'municipality',
  'rider',
  'administrator',
]);
export type RoleName = z.infer<typeof roleSchema>;

export const channelSchema = z.enum(['phone', 'web', 'clinic']);

export const needSchema = z.enum([
  'walker',
  'wheelchair',
  'stretcher',
  'doorHelp',
  'sight',
  'hearing',
  'oxygen',
  'serviceAnimal',
]);
export type NeedName = z.infer<typeof needSchema>;

export const rideStatusSchema = z.enum([
  'requested',
  'offered',
  'denied',
  'booked',
  'assigned',
  'vehicleArrived',
  'onBoard',
  'done',
  'cancelled',
  'noShow',
  'missed',
]);
export type RideStatusName = z.infer<typeof rideStatusSchema>;

export const cancelReasonSchema = z.enum([
  'riderAsked',
  'riderUnwell',
  'weather',
  'bookedByMistake',
  'clinicChanged',
  'other',
]);
