/** What a number can do: a landline never gets a text message. */
export type PhoneKind = 'mobile' | 'landline';

/** Cities whose area code has three digits; every other landline is shown with four, as in Aizu. */
const THREE_DIGIT_AREA =
  /^0(?:11|17|18|19|22|23|245|25|27|28|29|4[234578]|5[2348]|7[25678]|82|86|88|9[2569])/;
const SHORTEST = 6;
const LONGEST = 15;

/**
 * A telephone number as typed or as a telephone system sends it, in Japan's own digits (`0242001234`): full-width digits,
 * hyphens, brackets and the country's code (`+81`, `0081`) come out the same.
 * @returns undefined when it is no number: withheld, a word, too short or too long
 */
export function normalisePhone(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const withoutScheme = plain.replace(/^(?:tel|sips?):/i, '').replace(/@.*$/, '');
  const bare = withoutScheme.replace(/[\s().\-‐‑‒–—―−ー]/g, '');
  if (!/^\+?\d+$/.test(bare)) return undefined;
  const national = bare.replace(/^(?:\+|010|00)81(?:0?)/, '0').replace(/^\+/, '00');
  return national.length >= SHORTEST && national.length <= LONGEST ? national : undefined;
}

/** A normalised number with hyphens, as people of the region write it. */
export function phoneText(digits: string): string {
  if (/^0[5-9]0\d{8}$/.test(digits)) return hyphenate(digits, 3, 4);
  if (/^0(?:120|800)\d{6,7}$/.test(digits)) return hyphenate(digits, 4, 3);
  if (!/^0\d{9}$/.test(digits)) return digits;
  if (/^0[36]/.test(digits)) return hyphenate(digits, 2, 4);
  return THREE_DIGIT_AREA.test(digits) ? hyphenate(digits, 3, 3) : hyphenate(digits, 4, 2);
}

function hyphenate(digits: string, area: number, exchange: number): string {
  return [digits.slice(0, area), digits.slice(area, area + exchange), digits.slice(area + exchange)].join(
    '-',
  );
}

/** Is it a mobile telephone? Everything else counts as a landline, so that no text message goes astray. */
export function phoneKindOf(digits: string): PhoneKind {
  return /^0[789]0\d{8}$/.test(digits) ? 'mobile' : 'landline';
}
