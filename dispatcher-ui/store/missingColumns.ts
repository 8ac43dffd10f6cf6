import type { ColumnMappingView, ImportFieldName } from '../../backend/contract/index.ts';

/** What every rider has, and the columns that may hold it: one way of the several is enough. */
const NEEDED: readonly (readonly (readonly ImportFieldName[])[])[] = [
  [['name'], ['familyName', 'givenName']],
  [['kana'], ['familyKana', 'givenKana']],
  [['birth']],
  [['address'], ['hamlet']],
];

/** What no column of a list holds, though no row is good without it; named by the usual column. */
export function missingColumns(mapping: ColumnMappingView): readonly ImportFieldName[] {
  const isHeld = (way: readonly ImportFieldName[]) => way.every((field) => mapping[field] !== undefined);
  return NEEDED.filter((ways) => !ways.some(isHeld)).map((ways) => ways[0]![0]!);
}
