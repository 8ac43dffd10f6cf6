import type { PlaceCategory } from '../../backend/domain/place/place.ts';
import type { Coordinates } from '../../backend/domain/units/coordinates.ts';
import { RowRefusal } from '../region/rowRefusal.ts';
import type { TableRow } from '../region/tableRow.ts';

/** What rows of open data are checked against. */
export interface ImportContext {
  readonly municipalities: ReadonlySet<string>;
}

/** A named spot of open data, before it becomes a place. */
export interface Spot {
  readonly id: string;
  readonly kind: PlaceCategory;
  readonly name: string;
  readonly kana: string;
  readonly municipality: string;
  readonly coordinates: Coordinates;
}

/**
 * A row of the address registry: a hamlet, a quarter or a hot spring. `undefined` where the row has no point of its
 * own: its parent's point may be kilometres away.
 */
export function readAddress(row: TableRow, context: ImportContext): Spot | undefined {
  const source = row.optionalText('coord_source');
  const municipality = row.reference('jis', context.municipalities, 'unknownMunicipality');
  const level = row.oneOf('level', ['oaza', 'chome', 'koaza', 'aza_common']);
  if (source === '' || (source === 'oaza' && level !== 'oaza')) return undefined;
  const full = row.text('name');
  const kana = row.optionalText('kana');
  const name = plainAddress(full);
  // Ids of the registry hold the municipality's code; the level tells 大字 from a 通称 with the same number.
  const id = `a${row.uniqueId('machiaza_id')}`;
  const spot: Spot = {
    id,
    kind: name.endsWith('温泉') ? 'hotSpring' : 'hamlet',
    name,
    kana: full.includes('大字') ? kana.replace('おおあざ', '') : kana,
    municipality,
    coordinates: row.coordinates(undefined),
  };
  row.keepId(row.text('machiaza_id'));
  return spot;
}

/** 大字 and 字 are not said on the telephone. */
function plainAddress(name: string): string {
  return name
    .replace(/^(?:大字|字)/, '')
    .replaceAll(/(?<=[町村])大字/g, '')
    .replaceAll(/(?<=.)字(?=.)/g, ' ')
    .trim();
}

const FACILITY_KINDS: Readonly<Record<string, PlaceCategory | null>> = {
  town_hall: 'townHall',
  hospital: 'hospital',
  clinic: 'clinic',
  dental: 'clinic',
  pharmacy: 'shop',
  school: 'school',
  nursery_school: 'school',
  community_hall: 'hall',
  public_facility: 'hall',
  gym: 'hall',
  day_service: 'other',
  day_service_small: 'other',
  nursing_home: 'other',
  geriatric_health_facility: 'other',
  care_medical_institute: 'other',
  // Nobody rides to an evacuation ground.
  open_space: null,
};

/** Grounds of a school or hall that is in the list itself. */
const NO_DESTINATION = /グラウンド|グランド|校庭|駐車場|運動場|付属体育館/;

/** A row of `facilities.csv`; `undefined` for what nobody rides to. */
export function readFacility(row: TableRow, context: ImportContext): Spot | undefined {
  const id = row.uniqueId('id');
  const category = row.oneOf('category', Object.keys(FACILITY_KINDS));
  const kind = FACILITY_KINDS[category];
  const full = row.text('name');
  if (!kind || NO_DESTINATION.test(full)) return undefined;
  const municipality = row.reference('jis', context.municipalities, 'unknownMunicipality');
  if (
    row.optionalText('precision') === 'none' ||
    (row.optionalText('lon') === '' && row.optionalText('lat') === '')
  )
    throw new RowRefusal('noCoordinates', `${full} has no coordinates`);
  const spot: Spot = {
    id: `f${id}`,
    kind,
    name: spokenName(full),
    kana: spokenKana(row.optionalText('kana'), full),
    municipality,
    coordinates: row.coordinates(undefined),
  };
  row.keepId(id);
  return spot;
}

const LEGAL_FORM =
  /^(?:（医）|(?:公益|一般)?(?:社団|財団)法人|公立大学法人|社会福祉法人|医療法人(?:社団|財団)?|福島県厚生農業協同組合連合会)/;

/** A hospital's name without its legal form: 「医療法人　いとう眼科」 is 「いとう眼科」 to everybody. */
export function spokenName(full: string): string {
  const text = full.trim().replaceAll(/[\s　]+/g, ' ');
  if (!LEGAL_FORM.test(text)) return text;
  const rest = text.replace(LEGAL_FORM, '').trim();
  const afterSpace = /^\S*会 (.+)$/.exec(rest)?.[1];
  const afterFoundation = /^[^ ]{1,4}会(?=.{2,}(?:病院|医院|クリニック|診療所))(.+)$/.exec(rest)?.[1];
  return (afterSpace ?? afterFoundation ?? rest).trim() || text;
}

const LEGAL_KANA =
  /^(?:こうえきざいだんほうじん|こうりつだいがくほうじん|いりょうほうじん(?:しゃだん|ざいだん)?|ふくしまけんこうせいのうぎょうきょうどうくみあいれんごうかい)/;

function spokenKana(kana: string, full: string): string {
  const text = kana.replaceAll(/[\s　]+/g, '');
  const rest = text.replace(LEGAL_KANA, '');
  if (rest === text || spokenName(full) === full.replace(LEGAL_FORM, '').trim()) return rest;
  return /^.{1,12}?かい(.+)$/.exec(rest)?.[1] ?? rest;
}

/** A row of `stations.csv`; `undefined` for stations outside the municipalities. @param line its number, for the id */
export function readStation(row: TableRow, context: ImportContext, line: number): Spot | undefined {
  const name = row.text('name');
  const coordinates = row.coordinates(undefined);
  if (row.optionalText('jis') === '') return undefined;
  return {
    id: `s${line}`,
    kind: 'station',
    name: `${name}駅`,
    kana: row.optionalText('kana') === '' ? '' : `${row.optionalText('kana')}えき`,
    municipality: row.reference('jis', context.municipalities, 'unknownMunicipality'),
    coordinates,
  };
}

const SHOP_CATEGORIES: ReadonlySet<string> = new Set([
  'supermarket',
  'convenience',
  'doityourself',
  'clothes',
  'bank',
  'post_office',
  'library',
]);

/** A row of the shop list; `undefined` for what is no everyday errand. @param line its number, for the id */
export function readShop(row: TableRow, context: ImportContext, line: number): Spot | undefined {
  const category = row.text('category');
  if (!SHOP_CATEGORIES.has(category)) return undefined;
  return {
    id: `o${line}`,
    kind: category === 'post_office' ? 'postOffice' : category === 'library' ? 'hall' : 'shop',
    name: row.text('name').replaceAll(/[\s　]+/g, ' '),
    kana: '',
    municipality: row.reference('jis', context.municipalities, 'unknownMunicipality'),
    coordinates: row.coordinates(undefined),
  };
}

/** A row of the census areas. */
export function readCensusArea(row: TableRow): { readonly municipality: string; readonly people: number } {
  return {
    municipality: row.text('jis'),
    people: row.integer('pop2015', 0, 10_000_000),
  };
}
