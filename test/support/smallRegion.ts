/** A region of two villages side by side (1° apart is about 88 km here), as the texts of its files. */
export function smallRegionFiles(): Map<string, string> {
  const outline = (west: number, east: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, 37],
        [east, 37],
        [east, 37.2],
        [west, 37.2],
        [west, 37],
      ],
    ],
  });
  const municipality = (code: string, name: string, over65: number, west: number, east: number) => ({
    type: 'Feature',
    properties: { code, name, kana: 'むら', nameEn: name, population: over65 * 3, over65, areaKm2: 390 },
    geometry: outline(west, east),
  });
  return new Map([
    [
      'region.json',
      JSON.stringify({
        format: 1,
        id: 'small',
        name: '小さな地域',
        nameEn: 'Small region',
        timezone: 'Asia/Tokyo',
        bounds: [138.9, 36.9, 139.5, 37.3],
        credits: ['invented'],
        trial: false,
      }),
    ],
    [
      'municipalities.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          municipality('99001', '西村', 100, 139, 139.2),
          municipality('99002', '東村', 300, 139.2, 139.4),
        ],
      }),
    ],
    [
      'places.csv',
      `id,name,kana,nameEn,kind,municipality,lon,lat,aliases
kita,北,きた,Kita,hamlet,99001,139.1,37.15,
minami,南,みなみ,Minami,hamlet,99001,139.1,37.05,
higashi,東,ひがし,Higashi,hamlet,99002,139.3,37.1,
clinic,診療所,しんりょうじょ,Clinic,clinic,99001,139.15,37.1,
hospital,病院,びょういん,Hospital,hospital,99002,139.32,37.12,総合病院 びょういん
store,店,みせ,Store,shop,99002,139.28,37.1,
`,
    ],
    [
      'boardingPoints.csv',
      `id,name,kana,municipality,lon,lat,placeId,wheelchair
b-kita,北,きた,99001,139.1,37.15,kita,1
b-minami,南,みなみ,99001,139.1,37.05,minami,0
b-higashi,東,ひがし,99002,139.3,37.1,higashi,1
b-clinic,診療所,しんりょうじょ,99001,139.15,37.1,clinic,1
b-hospital,病院 玄関,びょういん げんかん,99002,139.32,37.12,hospital,1
b-store,店,みせ,99002,139.28,37.1,store,0
`,
    ],
    ['roads/nodes.csv', 'id,lon,lat\n0,139.1,37.15\n1,139.1,37.05\n2,139.3,37.1\n'],
    [
      'roads/edges.csv',
      `id,from,to,length_m,class,oneway,ref,name,polyline5
0,0,1,11200,secondary,0,10,県道10号,ozvaF_~~oY~oR?
1,1,2,19000,trunk,0,400,国道400号,oicaF_~~oYowH_af@
`,
    ],
    ['roads/drawing.geojson', '{"type":"FeatureCollection","features":[]}'],
    ['water.geojson', '{"type":"FeatureCollection","features":[]}'],
    ['rail.geojson', '{"type":"FeatureCollection","features":[]}'],
    ['operations.json', JSON.stringify(smallOperations())],
  ]);
}

function smallOperations() {
  const open = [{ earliest: 28_800, latest: 61_200 }];
  return {
    providers: [
      {
        id: 'bus',
        name: '村のバス',
        nameEn: 'Village bus',
        category: 'privateForPay',
        phone: '0242-00-0001',
      },
    ],
    depots: [{ id: 'depot', name: '車庫', municipality: '99001', coordinates: { lon: 139.1, lat: 37.1 } }],
    vehicles: [
      {
        id: 'car',
        name: '1号',
        providerId: 'bus',
        depotId: 'depot',
        configurations: [
          [8, 0, 0],
          [5, 1, 0],
        ],
        skills: ['lift'],
        costPerHourYen: 2500,
        costPerKilometreYen: 30,
      },
    ],
    shiftTemplates: [
      {
        vehicleId: 'car',
        weekdays: [1, 2, 3, 4, 5],
        start: 28_800,
        end: 61_200,
        breaks: [{ window: { earliest: 39_600, latest: 46_800 }, seconds: 3600 }],
        driverName: '佐藤',
        validFrom: '2020-04-01',
        validTo: null,
      },
    ],
    drivers: [],
    services: [
      {
        id: 'service',
        name: '村の足',
        nameEn: 'Village ride',
        providerIds: ['bus'],
        phone: '0242-00-0002',
        rules: [
          {
            validFrom: '2020-04-01',
            validTo: null,
            municipalities: ['99001'],
            outsidePoints: ['b-hospital'],
            hours: [[], open, open, open, open, open, []],
            closedDays: ['2027-01-01'],
            doorToDoor: true,
            booking: { noticeSeconds: 1800, firstRunsUntil: null, cutoffSecond: null, horizonDays: 14 },
            promises: {
              pickupWidthSeconds: 1200,
              arrivalBufferSeconds: 300,
              searchSeconds: 3600,
              maxRideFactor: 1.5,
              maxRidePlusSeconds: 900,
              offerValidSeconds: 300,
            },
            eligibility: { residentsOnly: false, minimumAge: null },
            fares: {
              baseYen: 300,
              crossBorderYen: 200,
              visitorYen: 500,
              seniorAge: 75,
              seniorYen: 200,
              companionYen: 300,
              attendantYen: 0,
              childYen: 0,
            },
          },
        ],
      },
    ],
  };
}
