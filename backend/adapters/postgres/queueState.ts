/**
 * The statement that answers a `QueueState`. Every write gives a row a new `xmin`, its transaction; moments would not do,
 * because two changes may have the same one, and the later one may be seen first.
 */
export function queueState(table: string, isOpen: string): string {
  return `
    SELECT count(*) AS open, md5(coalesce(string_agg(xmin::text, ',' ORDER BY id COLLATE "C"), '')) AS version
    FROM ${table} WHERE ${isOpen}`;
}
