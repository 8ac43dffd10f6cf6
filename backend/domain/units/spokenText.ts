/** A sentence in everyday Japanese, and in English. */
export interface SpokenText {
  readonly ja: string;
  readonly en: string;
}
