import type { Depot, Driver, Provider, ShiftTemplate, Vehicle } from '../../backend/domain/fleet/fleet.ts';
import type { Person } from '../../backend/domain/person/person.ts';
import type { BoardingPoint, Municipality, Place } from '../../backend/domain/place/place.ts';
import type { Service } from '../../backend/domain/service/service.ts';
import type { Coordinates } from '../../backend/domain/units/coordinates.ts';
import type { SpokenText } from '../../backend/domain/units/spokenText.ts';

export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'minor',
  'service',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export interface RoadNode extends Coordinates {
  readonly id: number;
}

/** A piece of road between two nodes. */
export interface RoadEdge {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly lengthMetres: number;
  readonly class: RoadClass;
  /** May it be driven only from → to? */
  readonly isOneway: boolean;
  readonly ref: string;
  readonly name: string;
  /** From `from` to `to`, both included. */
  readonly shape: readonly Coordinates[];
}

/** `region.json`. */
export interface RegionHeader {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly timezone: string;
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  /** Whom the data come from, to be shown with the map, in the language of the screen. */
  readonly credits: readonly SpokenText[];
  readonly trial: boolean;
  /** See `SILENT_AFTER_SECONDS`, which holds where this is absent. */
  readonly silentAfterSeconds?: number;
}

/** A municipality with its outline as GeoJSON text (a Polygon or MultiPolygon geometry). */
export interface OutlinedMunicipality {
  readonly municipality: Municipality;
  readonly outlineGeoJson: string;
}

/** Who runs what: `operations.json`. */
export interface Operations {
  readonly providers: readonly Provider[];
  readonly depots: readonly Depot[];
  readonly vehicles: readonly Vehicle[];
  readonly shiftTemplates: readonly ShiftTemplate[];
  /** Those whose telephone is known. */
  readonly drivers: readonly Driver[];
  readonly services: readonly Service[];
}

/** Why a row was left out. */
export type RefusalCode =
  | 'missingFile'
  | 'malformedFile'
  | 'missingColumn'
  | 'malformedRow'
  | 'emptyField'
  | 'notANumber'
  | 'outOfRange'
  | 'outsideBounds'
  | 'outsideMunicipality'
  | 'unknownValue'
  | 'unknownMunicipality'
  | 'unknownPlace'
  | 'unknownNode'
  | 'unknownReference'
  | 'duplicateId'
  | 'brokenPolyline'
  | 'brokenGeometry'
  | 'noCoordinates'
  | 'noRoadNear';

/** One row that was left out. */
export interface RefusedRow {
  /** Inside the folder. */
  readonly file: string;
  /** Line of a CSV file (the header is 1), number of a GeoJSON feature or JSON entry (from 1); null: the whole file. */
  readonly row: number | null;
  readonly code: RefusalCode;
  readonly sentence: string;
}

/** A region as read from its folder. */
export interface RegionData {
  readonly header: RegionHeader;
  readonly municipalities: readonly OutlinedMunicipality[];
  readonly places: readonly Place[];
  readonly boardingPoints: readonly BoardingPoint[];
  readonly roads: { readonly nodes: readonly RoadNode[]; readonly edges: readonly RoadEdge[] };
  /** GeoJSON texts of the base map. */
  readonly baseMap: { readonly roads: string; readonly water: string; readonly rail: string };
  readonly operations: Operations;
  /** `undefined` where the folder holds no `people.csv`. */
  readonly people: readonly Person[] | undefined;
  /** Rows that were left out, and why. */
  readonly refused: readonly RefusedRow[];
}
