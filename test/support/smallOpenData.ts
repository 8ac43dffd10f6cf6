/**
 * Open data of an invented country: two municipalities of 0.2° by 0.2° side by side, a road from west to east with a
 * branch to the north, and some named spots. The formats are those of `npm run region:import -- --help`.
 */
export function smallOpenDataFiles(): Map<string, string> {
  const square = (west: number): number[][] => [
    [west, 37],
    [west + 0.2, 37],
    [west + 0.2, 37.2],
    [west, 37.2],
    [west, 37],
  ];
  const municipality = (jis: string, name: string, kana: string, west: number) => ({
    type: 'Feature',
    properties: { jis, name, kana, area_official_km2: 390 },
    geometry: { type: 'Polygon', coordinates: [square(west)] },
  });
  const collection = (features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
  return new Map([
    [
      'municipalities.geojson',
      collection([
        municipality('07444', '西の町', 'にしのまち', 139),
        municipality('99002', '東の村', 'ひがしのむら', 139.2),
      ]),
    ],
    [
      'road_nodes.csv',
      `id,lon,lat,jis
10,139.05,37.1,07444
11,139.2,37.1,07444
12,139.35,37.1,99002
13,139.2,37.15,99002
`,
    ],
    [
      'road_edges.csv',
      `id,from,to,length_m,class,oneway,ramp,brunnel,ref,name,jis,polyline5
0,10,11,13310,trunk,0,0,,49,国道49号,07444,_bmaFoeuoY?oh\\
1,11,12,13310,trunk,0,0,,49,国道49号,99002,_bmaF_orpY?oh\\
2,11,13,5560,minor,0,0,,,,99002,_bmaF_orpYowH?
`,
    ],
    [
      'machiaza_kana.csv',
      `jis,muni,machiaza_id,level,oaza,oaza_kana,chome,chome_kana,koaza,koaza_kana,name,kana,lat,lon,coord_source,postal
07444,西の町,074440001000,oaza,大字宮下,みやした,,,,,大字宮下,みやした,37.1005,139.06,isj,
07444,西の町,074440001101,koaza,大字宮下,みやした,,,字川端,かわばた,大字宮下字川端,みやしたかわばた,37.1005,139.06,oaza,
07444,西の町,074440000101,aza_common,,,,,間方,まがた,間方,まがた,,,,
99002,東の村,990020002000,oaza,大字原,はら,,,,,大字原,はら,37.1492,139.2005,estat,
99002,東の村,990020003000,oaza,大字山奥,やまおく,,,,,大字山奥,やまおく,37.19,139.39,isj,
`,
    ],
    [
      'facilities.csv',
      `id,category,name,kana,jis,muni,address,lat,lon,precision,capacity,note,source
F1,town_hall,西の町役場,にしのまちやくば,07444,西の町,,37.1002,139.1,exact,,,
F2,hospital,医療法人社団　青空会　西の病院,いりょうほうじんしゃだんあおぞらかいにしのびょういん,07444,西の町,,37.1,139.12,exact,,,
F3,town_hall,東の村役場,,99002,東の村,,37.1001,139.3,exact,,,
F4,open_space,東の村グラウンド,,99002,東の村,,37.1001,139.3,exact,,,
`,
    ],
    [
      'stations.csv',
      `name,kana,line,operator,lon,lat,jis,muni
会津宮下,あいづみやした,只見線,東日本旅客鉄道,139.07,37.1003,07444,西の町
遠い,とおい,只見線,東日本旅客鉄道,138.5,37.1,,
`,
    ],
    [
      'census2015_small_areas.csv',
      `key_code,jis,muni,name,pop2015,households2015,area_km2,lon,lat
1,99002,東の村,原,700,250,1.0,139.2,37.15
2,99002,東の村,山奥,300,100,1.0,139.39,37.19
`,
    ],
  ]);
}
