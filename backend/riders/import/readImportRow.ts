import type { Need } from '../../domain/person/person.ts';
import type { Rejection, RejectionCode } from '../../domain/rejection/rejection.ts';
import { toHiragana } from '../register/riderEntry.ts';
import type { ColumnMapping, ImportField } from './importColumns.ts';

/** Something about a row that somebody should look at. Errors keep the row out, remarks do not. */
export interface RowRemark {
  readonly field: ImportField;
  readonly code: RejectionCode;
  readonly isError: boolean;
  /** What fills its sentence. */
  readonly details?: Rejection['details'];
}

/** A row's texts, sorted out as far as it goes without a look at the register. */
export interface RowTexts {
  readonly name: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly kana: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birth: string;
  readonly phones: readonly string[];
  /** Where they live, the most telling first. */
  readonly places: readonly string[];
  readonly hamlet: string;
  readonly houseName: string | null;
  readonly needs: readonly Need[];
  readonly note: string | null;
  readonly hasConsent: boolean;
  readonly remarks: readonly RowRemark[];
}

const NEED_WORDS: readonly (readonly [Need, RegExp])[] = [
  ['wheelchair', /車いす|車椅子|くるまいす|wheelchair/i],
  ['stretcher', /ストレッチャー|寝台|stretcher/i],
  ['walker', /歩行器|シルバーカー|手押し車|杖|つえ|walker/i],
  ['doorHelp', /介助|付き?添|手伝/],
  ['sight', /視覚|目が|弱視|全盲/],
  ['hearing', /聴覚|耳が|難聴/],
  ['oxygen', /酸素/],
  ['serviceAnimal', /補助犬|盲導犬|介助犬|聴導犬/],
];
/** Longer than this no place is asked for, typed or imported. */
const LONGEST_PLACE = 100;
const NO_NEED = /^(?:なし|無し?|不要|自立|-|ー|×)$/;
const CONSENT = /^(?:有|あり|済|同意|はい|yes|y|true|1|○|〇|✓|レ)/i;

/** A row's cells by the mapping. */
export function readImportRow(cells: readonly string[], mapping: ColumnMapping): RowTexts {
  const cell = (field: ImportField): string => {
    const column = mapping[field];
    return column === undefined ? '' : (cells[column] ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
  };
  const remarks: RowRemark[] = [];
  if (cell('address').length > LONGEST_PLACE) {
    remarks.push({ field: 'address', code: 'textTooLong', isError: true, details: { most: LONGEST_PLACE } });
  }
  const [family = '', ...given] = cell('name').split(' ');
  const [familyKana = '', ...givenKana] = cell('kana').split(' ');
  const isParted = given.length > 0;
  const hasBothKana = givenKana.length > 0;
  return {
    name: cell('name'),
    familyName: cell('familyName') || (isParted ? family : ''),
    givenName: cell('givenName') || given.join(' '),
    kana: toHiragana(cell('kana')),
    familyKana: toHiragana(cell('familyKana') || (hasBothKana ? familyKana : '')),
    givenKana: toHiragana(cell('givenKana') || givenKana.join('')),
    birth: birthText(cell('birth')),
    phones: phonesOf([cell('phone'), cell('mobile')]),
    places: [cell('address'), cell('hamlet')].filter(
      (place) => place !== '' && place.length <= LONGEST_PLACE,
    ),
    hamlet: cell('hamlet'),
    houseName: cell('houseName') || null,
    needs: needsOf(cell('needs'), remarks),
    note: cell('note') || null,
    hasConsent: CONSENT.test(cell('consent')),
    remarks,
  };
}

/** `19430503` and `S180503` as dates with borders; the rest as it stands. */
function birthText(text: string): string {
  return text
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/^([MTSHR])(\d{2})(\d{2})(\d{2})$/i, '$1$2.$3.$4')
    .replace(/\s*\(.*\)$/, '')
    .replace(/^(明治|大正|昭和|平成|令和)\s*(\d+)[./-]/, '$1$2.');
}

/** Several numbers in one cell; a spreadsheet that took one for a figure has lost its first zero. */
function phonesOf(cells: readonly string[]): readonly string[] {
  return cells
    .flatMap((cell) => cell.split(/[、,;/\n]|・|または/))
    .map((text) => text.replace(/\((?:自宅|携帯|本人|家族|長男|長女|娘|息子|妻|夫)\)/g, '').trim())
    .filter((text) => text !== '')
    .map((text) => (/^[1-9]\d{8,9}$/.test(text) ? `0${text}` : text));
}

function needsOf(text: string, remarks: RowRemark[]): readonly Need[] {
  if (text === '' || NO_NEED.test(text)) return [];
  const needs = NEED_WORDS.filter(([, words]) => words.test(text)).map(([need]) => need);
  if (needs.length === 0) remarks.push({ field: 'needs', code: 'needUnknown', isError: false });
  return needs;
}
