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
  'proxy',
  'administrator',
]);
export type RoleName = z.infer<typeof roleSchema>;

/** `fax`: on paper, entered by the desk with the paper's number. */
export const channelSchema = z.enum(['phone', 'fax', 'web', 'clinic']);

/** A ride's place by what it is called; a rider's own door is told by its id (`door:…`), not by its name. */
export const namedPlaceSchema = z.object({ id: z.string(), name: z.string() });

/** A sentence in everyday Japanese, and in English. */
export const spokenTextSchema = z.object({ ja: z.string(), en: z.string() });

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
  /** Offers were made and the rider took none of them. */
  'declined',
  /** Booked without a time: the rider rings when ready (帰りの連絡待ち). */
  'willCall',
  'booked',
  'assigned',
  'vehicleArrived',
  'onBoard',
  'done',
  'cancelled',
  'noShow',
  'missed',
  /** Ended by itself: offers nobody answered, or a way home that nobody rang for. */
  'lapsed',
]);
export type RideStatusName = z.infer<typeof rideStatusSchema>;

export const cancelReasonSchema = z.enum([
  'riderAsked',
  'riderUnwell',
  'weather',
  'bookedByMistake',
  'clinicChanged',
  'ourChange',
  'other',
]);

/** What the rider said to offers that were not taken, or to a refusal and its alternatives. */
export const riderAnswerSchema = z.enum(['tookAnother', 'declined', 'callsAgain', 'waitlisted']);

/** Levels of long-term care (要支援 1–2, 要介護 1–5), lightest first. */
export const careLevelSchema = z.enum(['support1', 'support2', 'care1', 'care2', 'care3', 'care4', 'care5']);

/** Certificates of disability (身体障害者手帳, 療育手帳, 精神障害者保健福祉手帳). */
export const certificateSchema = z.enum(['physical', 'intellectual', 'mental']);
