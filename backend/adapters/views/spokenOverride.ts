import type { Problem } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';

const ROLES: Readonly<Record<Role, SpokenText>> = {
  operator: { ja: '電話受付', en: 'an operator' },
  dispatcher: { ja: '配車係', en: 'a dispatcher' },
  administrator: { ja: '管理者', en: 'an administrator' },
  municipality: { ja: '町の窓口', en: 'the town office' },
  clinic: { ja: '病院の受付', en: 'the clinic' },
  driver: { ja: '運転手', en: 'a driver' },
  rider: { ja: 'お客様', en: 'the rider' },
  proxy: { ja: '代理の方', en: 'the proxy' },
};

/** Who may set the rule of a refusal aside, in words; nothing where nobody may. */
export function spokenOverride({ overridableBy = [], details }: Rejection): Pick<Problem, 'mayOverride'> {
  if (overridableBy.length === 0) return {};
  const names = overridableBy.map((role) => ROLES[role]);
  return {
    mayOverride: {
      rule: String(details?.rule ?? ''),
      roles: [...overridableBy],
      sentence: {
        ja: `${names.map(({ ja }) => ja).join('か')}が、理由を書いて認めることができます。`,
        en: `With a reason, ${names.map(({ en }) => en).join(' or ')} may allow it.`,
      },
    },
  };
}
