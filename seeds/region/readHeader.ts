import type { SpokenText } from '../../backend/domain/units/spokenText.ts';
import { JsonEntry } from './jsonEntry.ts';
import type { RegionHeader } from './regionData.ts';
import { RegionFault } from './regionFault.ts';
import { RowRefusal } from './rowRefusal.ts';

/**
 * Reads `region.json`.
 * @throws RegionFault
 */
export function readHeader(text: string, file: string): RegionHeader {
  try {
    const entry = JsonEntry.of(JSON.parse(text), '');
    if (entry.integer('format', 1, 1_000) !== 1)
      throw new RowRefusal('unknownValue', 'only format 1 is known');
    const bounds = entry.list('bounds', (value, path) =>
      JsonEntry.of({ value }, path).number('value', -180, 180),
    );
    const [west, south, east, north] = bounds;
    if (bounds.length !== 4 || !(west! < east!) || !(south! < north!))
      throw new RowRefusal('outOfRange', '"bounds" must be west, south, east, north');
    return {
      format: 1,
      id: entry.text('id'),
      name: entry.text('name'),
      nameEn: entry.text('nameEn'),
      timezone: entry.oneOf('timezone', ['Asia/Tokyo']),
      bounds: [west!, south!, east!, north!],
      credits: entry.list('credits', readCredit),
      trial: entry.yesNo('trial'),
      ...entry.optional('silentAfterSeconds', () => entry.integer('silentAfterSeconds', 60, 14_400)),
    };
  } catch (fault) {
    if (fault instanceof RowRefusal || fault instanceof SyntaxError)
      throw new RegionFault('malformedFile', `${file}: ${fault.message}.`);
    throw fault;
  }
}

/** `{ "ja", "en" }`, or a text that stands in both languages. */
function readCredit(value: unknown, path: string): SpokenText {
  if (typeof value === 'string') {
    const text = JsonEntry.of({ value }, path).text('value');
    return { ja: text, en: text };
  }
  const entry = JsonEntry.of(value, path);
  return { ja: entry.text('ja'), en: entry.text('en') };
}
