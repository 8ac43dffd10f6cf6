/** What a column of a list of riders may hold. */
export const IMPORT_FIELDS = [
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
  'birth',
  'phone',
  'mobile',
  'address',
  'hamlet',
  'houseName',
  'needs',
  'note',
  'consent',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column (from 0) holds a field; a field that no column holds is absent. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/** Headers as offices write them, most telling first; the first field that fits a header has it. */
const HEADERS: readonly (readonly [ImportField, RegExp])[] = [
  [
    'familyKana',
    /^(?:姓|せい|セイ|苗字|氏)(?:カナ|かな|フリガナ|ふりがな|ヨミ|よみ|\(カナ\))$|^セイ$|familykana/i,
  ],
  ['givenKana', /^(?:名)(?:カナ|かな|フリガナ|ふりがな|ヨミ|よみ|\(カナ\))$|^メイ$|givenkana/i],
  ['kana', /フリガナ|ふりがな|カナ|かな|ヨミ|よみ|読み|kana/i],
  ['familyName', /^(?:姓|苗字|名字|氏)$|family|lastname/i],
  ['givenName', /^名$|^名前\(名\)$|given|firstname/i],
  ['houseName', /屋号|家号/],
  ['birth', /生年|誕生|生れ|生まれ|birth/i],
  ['mobile', /携帯|ケータイ|mobile/i],
  ['phone', /電話|TEL|連絡先|phone/i],
  ['hamlet', /集落|行政区|地区|部落|字名/],
  ['address', /住所|所在地|居所|address/i],
  ['needs', /介助|配慮|車いす|車椅子|補助具|needs/i],
  ['consent', /同意|承諾|consent/i],
  ['note', /備考|メモ|特記|申し送り|note/i],
  ['name', /氏名|名前|利用者|お客様|会員名|name/i],
];

/** Guesses from the headers which column holds what. */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const [column, header] of headers.entries()) {
    const plain = header.normalize('NFKC').replace(/\s+/g, '');
    const field = HEADERS.find(([name, form]) => mapping[name] === undefined && form.test(plain))?.[0];
    if (field) mapping[field] = column;
  }
  return mapping;
}
