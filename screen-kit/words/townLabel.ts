import type { Language } from './language.ts';

/** A municipality's name as it stands on a map: in English without its kind, or thirteen names would cover each other. */
export function townLabel(
  names: { readonly name: string; readonly nameEn: string },
  language: Language,
): string {
  return language === 'ja' ? names.name : names.nameEn.replace(/ (City|Town|Village)$/, '');
}
