import type { ProxyGrant } from '../../backend/domain/proxy/proxyGrant.ts';
import { INVITATION_MS, type ProxyInvitation } from '../../backend/domain/proxy/proxyInvitation.ts';
import { SAMPLE_DAY, SAMPLE_NOW } from './sampleRows.ts';

/** The daughter of `person-1`, for everything, until she is ended. */
export function sampleProxy(given: Partial<ProxyGrant> = {}): ProxyGrant {
  return {
    id: 'proxy-1',
    personId: 'person-1',
    municipality: '07421',
    name: '物江 美咲',
    kind: 'family',
    relation: '娘',
    phone: null,
    accountId: null,
    scope: { kind: 'people', personIds: ['person-1'] },
    acts: ['book', 'cancel', 'seeRides'],
    consentBy: '本人',
    consentOn: SAMPLE_DAY,
    validFrom: SAMPLE_DAY,
    validUntil: null,
    endedAt: null,
    recordedBy: 'desk',
    recordedAt: SAMPLE_NOW,
    ...given,
  };
}

/** A code for the daughter, made a moment ago. */
export function sampleInvitation(given: Partial<ProxyInvitation> = {}): ProxyInvitation {
  return {
    id: 'invitation-1',
    grantId: 'proxy-1',
    personId: 'person-1',
    municipality: '07421',
    selector: '1234',
    hash: 'hash',
    madeBy: 'desk',
    madeAt: SAMPLE_NOW,
    expiresAt: SAMPLE_NOW + INVITATION_MS,
    usedAt: null,
    endedAt: null,
    accountId: null,
    ...given,
  };
}
