import { z } from 'zod';
import { idSchema, roleSchema, serviceDaySchema } from './values.ts';

export const proxyKindSchema = z.enum(['family', 'careManager', 'clinic', 'townOffice']);
export type ProxyKindName = z.infer<typeof proxyKindSchema>;

export const proxyActSchema = z.enum(['book', 'cancel', 'seeRides']);

/** For whom somebody may act. */
export const proxyScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), personIds: z.array(idSchema).max(50) }),
  z.strictObject({ kind: z.literal('clinicPatients'), clinicId: idSchema }),
  z.strictObject({ kind: z.literal('residents'), municipalities: z.array(idSchema).max(30) }),
]);

/** `POST /api/v1/people/{id}/proxies`: who may act for this rider. Answers `ProxyView` (201). */
export const proxyEntrySchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  kind: proxyKindSchema,
  /** In the family's words (娘). */
  relation: z.string().trim().min(1).max(20).nullable().default(null),
  phone: z.string().trim().min(1).max(30).nullable().default(null),
  /** An account that may read this entry. */
  accountId: idSchema.nullable().default(null),
  /** Null: this rider only. */
  scope: proxyScopeSchema.nullable().default(null),
  acts: z.array(proxyActSchema).min(1).max(3).default(['book', 'cancel', 'seeRides']),
  /** Who agreed, and when. */
  consentBy: z.string().trim().min(1).max(60),
  consentOn: serviceDaySchema,
  /** Null: from today. */
  validFrom: serviceDaySchema.nullable().default(null),
  /** The last day; null: until it is ended. */
  validUntil: serviceDaySchema.nullable().default(null),
});
export type ProxyEntryInput = z.input<typeof proxyEntrySchema>;

export const proxyViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: proxyKindSchema,
  relation: z.string().nullable(),
  phone: z.string().nullable(),
  scope: proxyScopeSchema,
  acts: z.array(proxyActSchema),
  consentBy: z.string(),
  consentOn: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Does it hold today? */
  isValid: z.boolean(),
  /** Has the proxy an account of their own? */
  hasAccount: z.boolean().optional(),
  /** Until when a code that was given out can be used; null: there is none. */
  invitedUntil: z.string().nullable().optional(),
});
export type ProxyView = z.infer<typeof proxyViewSchema>;

/**
 * `GET /api/v1/people/{id}/proxies` (desk; clinic and rider: what concerns them): who may act for a rider, ended ones
 * too; `hasPin` is told to the desk only.
 */
export const proxiesAnswerSchema = z.object({
  proxies: z.array(proxyViewSchema),
  hasPin: z.boolean(),
});
export type ProxiesAnswer = z.infer<typeof proxiesAnswerSchema>;

/** `POST /api/v1/proxies/{id}/invitation` (desk): a code that is shown this once; an open one before it ends. */
export const invitationAnswerSchema = z.object({
  proxy: proxyViewSchema,
  /** `1234 5678 9012` */
  code: z.string(),
  expiresAt: z.string(),
});
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>;

const invitationCodeSchema = z.string().trim().min(1).max(60);

/** `POST /api/v1/invitations/check`: whose code it is. Wrong ones are counted. */
export const checkInvitationSchema = z.strictObject({ code: invitationCodeSchema });
export const invitationCheckSchema = z.object({
  proxyName: z.string(),
  riderName: z.string(),
  /** The user name of an account that gets a new secret; null: one is chosen. */
  login: z.string().nullable(),
});
export type InvitationCheck = z.infer<typeof invitationCheckSchema>;

/**
 * `POST /api/v1/invitations/accept`: makes the account and signs it in (201, `SessionView`). Without user name and secret
 * the account that is signed in gets the entry.
 */
export const acceptInvitationSchema = z.strictObject({
  code: invitationCodeSchema,
  own: z
    .strictObject({ login: z.string().max(100), secret: z.string().max(200) })
    .nullable()
    .default(null),
});
export type AcceptInvitation = z.input<typeof acceptInvitationSchema>;

/** Somebody for whom the account may act, and in what. */
export const actedForSchema = z.object({
  personId: z.string(),
  name: z.string(),
  kana: z.string(),
  birthYear: z.number(),
  /** Where they live, by name. */
  hamlet: z.string(),
  relation: z.string().nullable(),
  acts: z.array(proxyActSchema),
});
export type ActedFor = z.infer<typeof actedForSchema>;

/**
 * `GET /api/v1/acting-for?q=`: for whom the account may act today. `isWider`: it may act for more than those who are
 * named, patients or residents, who are found by `q`.
 */
export const actingForAnswerSchema = z.object({ people: z.array(actedForSchema), isWider: z.boolean() });
export type ActingForAnswer = z.infer<typeof actingForAnswerSchema>;

/** `GET /api/v1/proxies`: the entries that name this account. */
export const ownProxiesAnswerSchema = z.object({ proxies: z.array(proxyViewSchema) });
export type OwnProxiesAnswer = z.infer<typeof ownProxiesAnswerSchema>;

/** Four digits that rider and desk agreed on. */
export const pinSchema = z.string().regex(/^\d{4}$/);

/** `PUT /api/v1/people/{id}/pin`; `DELETE` removes it. Both answer `PinAnswer`. */
export const setPinSchema = z.strictObject({ pin: pinSchema });
export const pinAnswerSchema = z.object({ hasPin: z.boolean() });
export type PinAnswer = z.infer<typeof pinAnswerSchema>;

/** Who rings to cancel, where it is not the rider: a proxy, or somebody who is asked what the rider's people know. */
export const cancellerSchema = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('proxy'), proxyId: idSchema }),
  z.strictObject({
    who: z.literal('other'),
    name: z.string().trim().min(1).max(60),
    /** Where the rider has one. */
    pin: pinSchema.nullable().default(null),
    /** Where the rider has no PIN. */
    birthYear: z.number().int().min(1850).max(2200).nullable().default(null),
  }),
]);

/** Whose hand did something at a screen; `name` null: the system, or not for this reader. */
export const doneBySchema = z.object({
  kind: z.enum([...roleSchema.options, 'voice', 'system']),
  name: z.string().nullable(),
});
export type DoneByView = z.infer<typeof doneBySchema>;

/** Who booked for a rider. */
export const bookedBySchema = z.object({ kind: proxyKindSchema, name: z.string() });
/** Who cancelled instead of the rider; `kind` is null for somebody who is no proxy. */
export const cancelledBySchema = z.object({ kind: proxyKindSchema.nullable(), name: z.string() });
