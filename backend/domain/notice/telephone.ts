declare const mobile: unique symbol;
declare const telephone: unique symbol;

/** A telephone number in digits only, that can be rung. */
export type TelephoneNumber = string & { readonly [telephone]: true };

/** The number of a mobile telephone: the only kind that gets a text message. */
export type MobileNumber = TelephoneNumber & { readonly [mobile]: true };

/** Mobile numbers of Japan's numbering plan: eleven digits behind 070, 080, 090 or 060. 020 belongs to machines. */
const MOBILE = /^0[6789]0\d{8}$/;
/** Landlines (ten digits behind an area code) and IP telephones (050, eleven digits). */
const FIXED = /^(?:0[1-9]\d{8}|050\d{8})$/;

/** Digits only; full-width figures, hyphens, brackets, spaces and `+81` are understood. */
function digitsOf(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/[\s()\u2010-\u2015\u2212\u30fc.-]/g, '');
  return plain.replace(/^\+81\(?0?\)?/, '0');
}

/** The mobile number a text names, or undefined: a landline never gets a text message. */
export function findMobileNumber(text: string): MobileNumber | undefined {
  const digits = digitsOf(text);
  return MOBILE.test(digits) ? (digits as MobileNumber) : undefined;
}

/** The number that can be rung, or undefined. */
export function findTelephoneNumber(text: string): TelephoneNumber | undefined {
  const digits = digitsOf(text);
  return MOBILE.test(digits) || FIXED.test(digits) ? (digits as TelephoneNumber) : undefined;
}
