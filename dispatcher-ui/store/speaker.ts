import type { CallerKindName, ProxyView } from '../../backend/contract/index.ts';

/** Who is on the telephone, once the operator has said so. */
export interface Speaker {
  readonly kind: CallerKindName;
  /** The rider whom it was said for: nobody is "the rider" of another. */
  readonly personId: string;
  /** Who acts for the rider; null: the rider, or somebody who is no proxy. */
  readonly proxy: Pick<ProxyView, 'id' | 'name' | 'phone'> | null;
}

/** `self`, `other`, or the id of a proxy: what is marked for this rider. */
export function markedSpeaker(speaker: Speaker | null, personId: string, proxyId: string | null): string {
  if (proxyId !== null) return proxyId;
  if (speaker === null) return 'self';
  // Who spoke for another rider of the call is not this one, as far as anybody knows.
  return speaker.kind === 'self' || (speaker.personId !== personId && !speaker.proxy) ? 'self' : 'other';
}

/**
 * Which of a rider's proxies is on the telephone already: the one who spoke for another rider of this call, else the one
 * whose number rings.
 */
export function knownSpeaker(
  proxies: readonly ProxyView[],
  speaker: Speaker | null,
  number: string | null,
): ProxyView | undefined {
  const spoken = speaker?.proxy;
  if (spoken) {
    return (
      proxies.find(({ id }) => id === spoken.id) ??
      proxies.find(({ name, phone }) => name === spoken.name && phone === spoken.phone)
    );
  }
  if (speaker || number === null) return undefined;
  const digits = digitsOf(number);
  return proxies.find(({ phone }) => phone !== null && digitsOf(phone) === digits);
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}
