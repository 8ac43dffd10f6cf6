/** The columns of a place, under the names of the domain. */
export const PLACE_COLUMNS = `
  id, name, kana, name_en AS "nameEn", kind, municipality, ST_X(location) AS lon, ST_Y(location) AS lat, aliases`;

/** A row with its coordinates in two columns. */
export type Located<Noun extends { coordinates: unknown }> = Omit<Noun, 'coordinates'> & {
  readonly lon: number;
  readonly lat: number;
};

/** The row as the domain has it. */
export function locate<Row extends { lon: number; lat: number }>({ lon, lat, ...rest }: Row) {
  return { ...rest, coordinates: { lon, lat } };
}
