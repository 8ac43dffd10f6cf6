import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesGzip } from '../../../../backend/adapters/http/compression.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';

describe('compression', () => {
  let house: House;
  beforeAll(async () => {
    const layer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [] }));
    house = await openHouse({ deps: { mapLayer: async () => layer } });
  });
  afterAll(() => house.close());

  it.each([
    ['gzip, deflate, br', true],
    ['GZIP;q=0.5', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, br', false],
    ['br', false],
    ['xgzip', false],
    [undefined, false],
  ])('Accept-Encoding %s: gzip taken %s', (header, isTaken) => {
    expect(takesGzip(header)).toBe(isTaken);
  });

  it('a whole day, asked for with and without gzip: the same day', async () => {
    const client = await house.signIn({ role: 'operator' });
    const packed = await client.get('/api/v1/feed?audience=console', { 'Accept-Encoding': 'gzip' });
    const plain = await client.get('/api/v1/feed?audience=console', { 'Accept-Encoding': 'identity' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.body).toEqual(plain.body);
  });

  it('a layer of the map: packed where it is taken, not sent again when it is held', async () => {
    const client = await house.signIn({ role: 'rider' });
    const path = '/api/v1/region/map/roads.geojson';
    const first = await client.get(path, { 'Accept-Encoding': 'gzip' });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect((await client.get(path, { 'Accept-Encoding': 'identity' })).body).toEqual(first.body);
    const again = await client.get(path, { 'If-None-Match': first.headers.get('etag')! });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});
