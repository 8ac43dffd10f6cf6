import type { RiderDraft } from './riderDraft.ts';

/** What was typed into the search for a rider, as the beginning of an entry: kana as readings, a number as a number. */
export function seedOf(typed: string, phone: string | null): Partial<RiderDraft> {
  const [family = '', given = ''] = typed.trim().split(/\s+/);
  const isKana = /^[ぁ-ゖァ-ヶー]+$/.test(family + given);
  const isPhone = /^[\d-]{6,}$/.test(typed.trim());
  return {
    phone: phone ?? (isPhone ? typed.trim() : ''),
    ...(isPhone || family === ''
      ? {}
      : isKana
        ? { familyKana: family, givenKana: given }
        : { familyName: family, givenName: given }),
  };
}
