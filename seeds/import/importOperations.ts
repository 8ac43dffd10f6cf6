import type { Depot } from '../../backend/domain/fleet/fleet.ts';
import type { BoardingPoint, Place } from '../../backend/domain/place/place.ts';
import type { Service } from '../../backend/domain/service/service.ts';
import { generateFleet } from '../fleet/generateFleet.ts';
import type { Operations, OutlinedMunicipality, RegionData } from '../region/regionData.ts';
import { createRandom } from '../seededRandom.ts';

/** The region as imported so far. */
export interface ImportedPlaces {
  readonly municipalities: readonly OutlinedMunicipality[];
  readonly places: readonly Place[];
  readonly boardingPoints: readonly BoardingPoint[];
}

/**
 * Providers and services of a template region, cut to the imported municipalities; a depot at every town hall; an
 * invented fleet.
 */
export function importOperations(
  template: Pick<RegionData, 'places' | 'boardingPoints' | 'operations'>,
  imported: ImportedPlaces,
  fleet: { readonly vehicles: number; readonly seed: number },
  notes: string[],
): Operations {
  const codes = new Set(imported.municipalities.map(({ municipality }) => municipality.code));
  const services = template.operations.services
    .map((service) => adaptService(service, codes, template, imported, notes))
    .filter((service) => service !== undefined);
  const used = new Set(services.flatMap((service) => service.providerIds));
  const providers = template.operations.providers
    .filter((provider) => used.has(provider.id))
    .map(withoutTrialMark);
  const depots = imported.municipalities.flatMap(({ municipality }) => {
    const depot = depotOf(municipality.code, imported.places);
    if (!depot)
      notes.push(`${municipality.code} ${municipality.name}: no town hall and no place, hence no depot.`);
    return depot ? [depot] : [];
  });
  const region = { municipalities: imported.municipalities, operations: { providers, depots, services } };
  const fleetOf = generateFleet(region, fleet.vehicles, createRandom(fleet.seed));
  // The drivers are invented, too, and nobody can be rung.
  return { providers, depots, ...fleetOf, drivers: [], services };
}

/** 「（お試し）」 is true of the template only. */
export function withoutTrialMark<Named extends { readonly name: string; readonly nameEn: string }>(
  named: Named,
): Named {
  return {
    ...named,
    name: named.name.replace(/（お試し）$/, ''),
    nameEn: named.nameEn.replace(/ \(trial\)$/, ''),
  };
}

function adaptService(
  service: Service,
  codes: ReadonlySet<string>,
  template: Pick<RegionData, 'places' | 'boardingPoints'>,
  imported: ImportedPlaces,
  notes: string[],
): Service | undefined {
  const rules = service.rules
    .map((version) => ({
      ...version,
      municipalities: version.municipalities.filter((code) => codes.has(code)),
      outsidePoints: version.outsidePoints.flatMap((id) => {
        const points = pointsOfSamePlace(id, template, imported);
        if (points.length === 0)
          notes.push(`Service ${service.id}: ${id} of the template is not in the region.`);
        return points;
      }),
    }))
    .filter((version) => version.municipalities.length > 0);
  if (rules.length > 0)
    return {
      ...service,
      rules: rules.map((one) => ({ ...one, outsidePoints: [...new Set(one.outsidePoints)] })),
    };
  notes.push(`Service ${service.id} of the template reaches none of the municipalities and was left out.`);
  return undefined;
}

/** Boarding points of the place whose name is that of the template's place. */
function pointsOfSamePlace(
  templatePointId: string,
  template: Pick<RegionData, 'places' | 'boardingPoints'>,
  imported: ImportedPlaces,
): readonly string[] {
  const placeId = template.boardingPoints.find((point) => point.id === templatePointId)?.placeId;
  const name = template.places.find((place) => place.id === placeId)?.name;
  if (name === undefined) return [];
  const ids = new Set(imported.places.filter((place) => place.name === name).map((place) => place.id));
  return imported.boardingPoints
    .filter((point) => point.placeId !== null && ids.has(point.placeId))
    .map((point) => point.id);
}

function depotOf(code: string, places: readonly Place[]): Depot | undefined {
  const own = places.filter((place) => place.municipality === code);
  const site =
    own.find((place) => place.kind === 'townHall') ?? own.find((place) => place.kind === 'station') ?? own[0];
  if (!site) return undefined;
  return {
    id: `depot-${code}`,
    name: `${site.name}の車庫`,
    municipality: code,
    coordinates: site.coordinates,
  };
}
