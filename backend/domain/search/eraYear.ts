/** Each era's names as they are typed and the year before its first. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(?:明治?|m)/i, 1867],
  [/^(?:大正?|t)/i, 1911],
  [/^(?:昭和?|s)/i, 1925],
  [/^(?:平成?|h)/i, 1988],
  [/^(?:令和?|r)/i, 2018],
];
const EARLIEST = 1868;
const LATEST = 2100;

/**
 * A birth year as people say it: `昭18`, `昭和18年`, `S18`, `1943`, `昭和元年生`; also the year of a whole date
 * (`昭和18年5月3日`, `S18.5.3`, `1943-05-03`).
 * @returns undefined when it is no year
 */
export function readEraYear(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, '');
  const match =
    /^(明治?|大正?|昭和?|平成?|令和?|[mtshr])?\.?(\d{1,4}|元)(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[./-]\d{1,2}(?:[./-]\d{1,2})?)?(?:生|生まれ)?$/i.exec(
      plain,
    );
  if (!match) return undefined;
  const [, era, count = ''] = match;
  const number = count === '元' ? 1 : Number(count);
  if (era === undefined)
    return count.length === 4 && number >= EARLIEST && number <= LATEST ? number : undefined;
  const before = ERAS.find(([name]) => name.test(era))?.[1];
  return before === undefined || number < 1 || number > 64 ? undefined : before + number;
}

/** A birth year as a word that a search compares. */
export function yearWord(year: number): string {
  return `${year}年`;
}
