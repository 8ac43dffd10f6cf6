import type { CareLevel, Certificate } from '../person/person.ts';
import type { SpokenText } from '../units/spokenText.ts';
import type { EligibilityClause } from './eligibility.ts';

const CARE: Readonly<Record<CareLevel, SpokenText>> = {
  support1: { ja: '要支援1', en: 'support level 1' },
  support2: { ja: '要支援2', en: 'support level 2' },
  care1: { ja: '要介護1', en: 'care level 1' },
  care2: { ja: '要介護2', en: 'care level 2' },
  care3: { ja: '要介護3', en: 'care level 3' },
  care4: { ja: '要介護4', en: 'care level 4' },
  care5: { ja: '要介護5', en: 'care level 5' },
};

const CERTIFICATE: Readonly<Record<Certificate, SpokenText>> = {
  physical: { ja: '身体障害者手帳', en: 'a certificate of physical disability' },
  intellectual: { ja: '療育手帳', en: 'a certificate of intellectual disability' },
  mental: { ja: '精神障害者保健福祉手帳', en: 'a certificate of mental disability' },
};

/** The rule that only residents ride. */
export function spokenResidents(): SpokenText {
  return { ja: '区域にお住まいの方の運行です。', en: 'It is for residents of the area.' };
}

/** The rule of an age. */
export function spokenMinimumAge(age: number): SpokenText {
  return { ja: `${age}歳以上の方の運行です。`, en: `It is for people of ${age} and older.` };
}

/** The rule that one of several things must hold, as one says it. */
export function spokenClauses(clauses: readonly EligibilityClause[]): SpokenText {
  const spoken = clauses.map(spokenClause);
  return {
    ja: `${spoken.map(({ ja }) => ja).join('、または')}がお使いになれます。`,
    en: `It is for ${spoken.map(({ en }) => en).join(', or ')}.`,
  };
}

function spokenClause(clause: EligibilityClause): SpokenText {
  const when = spokenWhen(clause);
  const who = spokenWho(clause);
  return { ja: `${when.ja}${who.ja}`, en: `${who.en}${when.en}` };
}

function spokenWho({ minimumAge, minimumCareLevel, certificates }: EligibilityClause): SpokenText {
  const parts: SpokenText[] = [];
  if (minimumAge !== undefined) parts.push({ ja: `${minimumAge}歳以上`, en: `of ${minimumAge} and older` });
  if (minimumCareLevel !== undefined) {
    const { ja, en } = CARE[minimumCareLevel];
    parts.push({ ja: `${ja}以上`, en: `with ${en} or higher` });
  }
  if (certificates !== undefined) {
    const names = certificates.map((one) => CERTIFICATE[one]);
    parts.push({
      ja: `${names.map(({ ja }) => ja).join('か')}をお持ち`,
      en: `with ${names.map(({ en }) => en).join(' or ')}`,
    });
  }
  if (parts.length === 0) return { ja: 'どなたでも', en: 'everybody' };
  return {
    ja: `${parts.map(({ ja }) => ja).join('で')}の方`,
    en: `people ${parts.map(({ en }) => en).join(' and ')}`,
  };
}

function spokenWhen({ season, afterDark }: EligibilityClause): SpokenText {
  const parts: SpokenText[] = [];
  if (season) {
    parts.push({
      ja: `${spokenMonthDay(season.from)}から${spokenMonthDay(season.to)}まで`,
      en: ` from ${season.from} to ${season.to}`,
    });
  }
  if (afterDark) parts.push({ ja: '日が暮れてから', en: ' after dark' });
  if (parts.length === 0) return { ja: '', en: '' };
  return { ja: `${parts.map(({ ja }) => ja).join('の')}は、`, en: parts.map(({ en }) => en).join('') };
}

/** @param monthDay `MM-DD` */
function spokenMonthDay(monthDay: string): string {
  return `${Number(monthDay.slice(0, 2))}月${Number(monthDay.slice(3))}日`;
}
