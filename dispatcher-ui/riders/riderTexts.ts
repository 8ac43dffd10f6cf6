import type { DraftField } from '../store/riderDraft.ts';

/** What to do with a field that must not be empty. */
export const missingTexts = {
  familyName: { ja: '姓を入れてください。', en: 'Enter the family name.' },
  givenName: { ja: '名を入れてください。', en: 'Enter the given name.' },
  familyKana: { ja: '姓のふりがなを入れてください。', en: 'Enter the reading in kana.' },
  givenKana: { ja: '名のふりがなを入れてください。', en: 'Enter the reading in kana.' },
  birth: { ja: '生まれ年を入れてください。', en: 'Enter the year of birth.' },
  homeText: {
    ja: '集落か目印を探して、候補から選んでください。',
    en: 'Search for the hamlet or a landmark and choose it.',
  },
} satisfies Partial<Record<DraftField, { ja: string; en: string }>>;

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
