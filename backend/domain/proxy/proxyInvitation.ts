import type { EpochMs } from '../units/time.ts';

/** A code, read out or printed, by which a proxy comes to an account; kept as a hash. */
export interface ProxyInvitation {
  readonly id: string;
  readonly grantId: string;
  /** The rider on whose card the grant was written down. */
  readonly personId: string;
  readonly municipality: string;
  /** The first part of the code, by which the rest is looked for and wrong tries are counted. */
  readonly selector: string;
  /** Hash of the rest. */
  readonly hash: string;
  /** Account id. */
  readonly madeBy: string;
  readonly madeAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly usedAt: EpochMs | null;
  /** Withdrawn, mostly because another one was made. */
  readonly endedAt: EpochMs | null;
  /** The account that used it. */
  readonly accountId: string | null;
}

/** A letter takes two days, and people take a weekend. */
export const INVITATION_MS = 14 * 86_400_000;

/** Digits of the part that finds the invitation, and of the part that proves it. */
const SELECTOR_DIGITS = 4;
const PROOF_DIGITS = 8;
const DIGITS = SELECTOR_DIGITS + PROOF_DIGITS;

/** A code's two parts. */
export interface InvitationCode {
  readonly selector: string;
  readonly proof: string;
}

/**
 * Twelve digits: easy to read out, and to type on any telephone.
 * @param random an id that nobody can guess; 120 random bits leave no digit likelier than another
 */
export function invitationCodeFrom(random: string): InvitationCode {
  let number = 0n;
  for (const letter of random) number = number * 64n + BigInt(letter.codePointAt(0) ?? 0);
  const digits = (number % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');
  return { selector: digits.slice(0, SELECTOR_DIGITS), proof: digits.slice(SELECTOR_DIGITS) };
}

/** `1234 5678 9012`, as it is read out. */
export function invitationText({ selector, proof }: InvitationCode): string {
  return [selector, proof.slice(0, 4), proof.slice(4)].join(' ');
}

/** A code as somebody types it: full-width digits, spaces and hyphens are theirs. Undefined: no code at all. */
export function readInvitationCode(typed: string): InvitationCode | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\-‐-―ー−]/g, '');
  if (!/^\d+$/.test(digits) || digits.length !== DIGITS) return undefined;
  return { selector: digits.slice(0, SELECTOR_DIGITS), proof: digits.slice(SELECTOR_DIGITS) };
}

/** Can it still be used? */
export function isOpenInvitation(
  { usedAt, endedAt, expiresAt }: Pick<ProxyInvitation, 'usedAt' | 'endedAt' | 'expiresAt'>,
  now: EpochMs,
): boolean {
  return usedAt === null && endedAt === null && now < expiresAt;
}
