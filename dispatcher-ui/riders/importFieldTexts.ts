import type { ImportFieldName } from '../../backend/contract/index.ts';

/** What a column of a list may hold, in words. */
export const importFieldTexts = {
  name: { ja: '氏名', en: 'Name' },
  familyName: { ja: '姓', en: 'Family name' },
  givenName: { ja: '名', en: 'Given name' },
  kana: { ja: 'ふりがな', en: 'Kana' },
  familyKana: { ja: '姓のふりがな', en: 'Family name, kana' },
  givenKana: { ja: '名のふりがな', en: 'Given name, kana' },
  birth: { ja: '生年月日・生まれ年', en: 'Date or year of birth' },
  phone: { ja: '電話', en: 'Telephone' },
  mobile: { ja: '携帯', en: 'Mobile' },
  address: { ja: '住所', en: 'Address' },
  hamlet: { ja: '集落', en: 'Hamlet' },
  houseName: { ja: '屋号', en: 'House name' },
  needs: { ja: '必要な配慮', en: 'Needs' },
  note: { ja: '備考', en: 'Note' },
  consent: { ja: '同意', en: 'Consent' },
} satisfies Record<ImportFieldName, { ja: string; en: string }>;
