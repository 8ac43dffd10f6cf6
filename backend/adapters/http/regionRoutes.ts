import { createHash } from 'node:crypto';
import { MAP_LAYERS, type MapLayer, type RegionView } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { rulesInForce } from '../../domain/service/rulesInForce.ts';
import type { Service } from '../../domain/service/service.ts';
import { type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { compress, takesGzip } from './compression.ts';

/** A layer as sent: read and compressed once, kept while the process lives. */
interface PackedLayer {
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly etag: string;
}

/** The region's names and its base map. */
export function createRegionRoutes() {
  const packed = new Map<MapLayer, Promise<PackedLayer>>();
  return {
    'GET /api/v1/region': readRegion,
    'GET /api/v1/region/map/:layer.geojson': (call: Call) => readLayer(call, packed),
  };
}

async function readRegion(call: Call): Promise<Reply> {
  const { regionId, bounds } = call.deps.facts;
  const view = await call.deps.store.read(accountScopeOf(call), async (tables): Promise<RegionView> => {
    const municipalities = await tables.places.listMunicipalities();
    const services = await tables.services.list();
    return {
      id: regionId,
      bounds,
      municipalities: municipalities.map(({ code, name, kana, nameEn }) => ({ code, name, kana, nameEn })),
      services: services.map(({ id, name, nameEn, phone }) => ({ id, name, nameEn, phone })),
      daysAhead: daysAheadOf(services, serviceDayOf(call.deps.clock.now())),
    };
  });
  return answer(view);
}

function daysAheadOf(services: readonly Service[], today: ServiceDay): number {
  return Math.max(0, ...services.map((service) => rulesInForce(service, today)?.booking.horizonDays ?? 0));
}

async function readLayer(call: Call, packed: Map<MapLayer, Promise<PackedLayer>>): Promise<Reply> {
  const layer = MAP_LAYERS.find((name) => name === call.params.layer);
  if (!layer) throw new Refused({ code: 'notFound' });
  const { plain, packed: gzipped, etag } = await packedLayer(call, layer, packed);
  if (call.header('if-none-match') === etag) return { status: 304, headers: { ETag: etag } };
  const headers = {
    'Content-Type': 'application/geo+json',
    'Cache-Control': 'private, max-age=300',
    Vary: 'Accept-Encoding',
    ETag: etag,
  };
  if (!takesGzip(call.header('accept-encoding'))) return { status: 200, body: plain, headers };
  return { status: 200, body: gzipped, headers: { ...headers, 'Content-Encoding': 'gzip' } };
}

function packedLayer(
  call: Call,
  layer: MapLayer,
  packed: Map<MapLayer, Promise<PackedLayer>>,
): Promise<PackedLayer> {
  const known = packed.get(layer);
  if (known !== undefined) return known;
  const packing = packLayer(call, layer);
  packed.set(layer, packing);
  // A layer that could not be read may be there the next time.
  packing.catch(() => packed.delete(layer));
  return packing;
}

async function packLayer(call: Call, layer: MapLayer): Promise<PackedLayer> {
  const plain = await call.deps.mapLayer(layer);
  const packed = await compress(plain);
  return { plain, packed, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 24)}"` };
}
