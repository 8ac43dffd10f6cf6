import type { DraftField } from '../store/riderDraft.ts';

/** The fields of a rider, in words. */
export const fieldTexts = {
  familyName: { ja: '姓', en: 'Family name' },
  givenName: { ja: '名', en: 'Given name' },
  familyKana: { ja: '姓のふりがな', en: 'Family name, kana' },
  givenKana: { ja: '名のふりがな', en: 'Given name, kana' },
  birth: { ja: '生まれ年', en: 'Year of birth' },
  homeText: { ja: 'お住まい', en: 'Home' },
  houseName: { ja: '屋号', en: 'House name' },
  houseKana: { ja: '屋号のふりがな', en: 'House name, kana' },
  phone: { ja: '電話', en: 'Telephone' },
  otherPhones: { ja: 'ほかの電話', en: 'Other numbers' },
  needs: { ja: '必要な配慮', en: 'Needs' },
  note: { ja: '申し送り', en: 'Note' },
  consentOn: { ja: '登録の同意', en: 'Consent' },
} satisfies Record<DraftField, { ja: string; en: string }>;
