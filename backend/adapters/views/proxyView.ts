import type { ProxyView } from '../../contract/index.ts';
import { phoneText } from '../../domain/person/phoneNumber.ts';
import { holdsOn, type ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import type { EpochMs, ServiceDay } from '../../domain/units/time.ts';
import { localMoment } from './localMoment.ts';

/** A grant as screens show it. */
export function proxyView(
  grant: ProxyGrant,
  today: ServiceDay,
  invitedUntil: EpochMs | null = null,
): ProxyView {
  const { id, name, kind, relation, phone, consentBy, consentOn, validFrom, validUntil, endedAt } = grant;
  return {
    id,
    name,
    kind,
    relation,
    phone: phone && phoneText(phone),
    scope: scopeView(grant),
    acts: [...grant.acts],
    consentBy,
    consentOn,
    validFrom,
    validUntil,
    endedAt: endedAt === null ? null : localMoment(endedAt),
    isValid: holdsOn(grant, today),
    hasAccount: grant.accountId !== null,
    invitedUntil: invitedUntil === null ? null : localMoment(invitedUntil),
  };
}

function scopeView({ scope }: ProxyGrant): ProxyView['scope'] {
  switch (scope.kind) {
    case 'people':
      return { kind: 'people', personIds: [...scope.personIds] };
    case 'clinicPatients':
      return { ...scope };
    case 'residents':
      return { kind: 'residents', municipalities: [...scope.municipalities] };
  }
}
