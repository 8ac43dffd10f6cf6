import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { ROAD_CLASSES, type RoadClass } from '../../domain/road/roadClass.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import type { RoadKinds, RoadKindsOfWay } from '../../ports/roads.ts';
import { OsrmClient } from './osrmClient.ts';

interface KindsBody {
  readonly routes: {
    readonly duration: number;
    readonly legs: { readonly annotation: { readonly duration: number[]; readonly classes: RoadClass[] } }[];
  }[];
}

/** The port `RoadKinds` over our own engine, by an annotation that `osrm-routed` does not have. */
export class EngineRoadKinds implements RoadKinds {
  readonly #clients = new Map<string, OsrmClient>();

  constructor(readonly baseUrl: string) {}

  async kindsOf(stateId: string, from: Coordinates, to: Coordinates): Promise<RoadKindsOfWay> {
    const points = [from, to].map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');
    const query = 'overview=false&annotations=duration,classes&continue_straight=false&generate_hints=false';
    const { routes } = await this.#clientOf(stateId).ask<KindsBody>('route', points, query);
    const [route] = routes;
    const annotation = route?.legs[0]?.annotation;
    if (!route || !annotation) throw new RoadsFault('noRoute', 'The road engine answered without a way.');
    const total = annotation.duration.reduce((sum, seconds) => sum + seconds, 0);
    const shares: Partial<Record<RoadClass, number>> = {};
    for (const [i, name] of annotation.classes.entries()) {
      if (total <= 0 || !ROAD_CLASSES.includes(name)) continue;
      shares[name] = (shares[name] ?? 0) + annotation.duration[i]! / total;
    }
    return { seconds: route.duration, shares };
  }

  #clientOf(stateId: string): OsrmClient {
    const known = this.#clients.get(stateId);
    if (known) return known;
    const client = new OsrmClient({ baseUrl: this.baseUrl, profile: stateId });
    this.#clients.set(stateId, client);
    return client;
  }
}
