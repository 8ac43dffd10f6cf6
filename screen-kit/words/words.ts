import { useSyncExternalStore } from 'react';
import { type Language, language, onLanguage } from './language.ts';

/** One text in both languages, or one function each that builds it. Both sides have the same shape. */
type Entry = { readonly ja: string; readonly en: string } | { readonly ja: Speak; readonly en: Speak };
// biome-ignore lint/suspicious/noExplicitAny: the parameters of each text are its own; `Picked` gives them back.
type Speak = (...given: any[]) => string;

/** The texts of one part of a screen. */
export type Dictionary = Readonly<Record<string, Entry>>;

/** The same texts in one language. */
export type Picked<Texts extends Dictionary> = {
  readonly [Key in keyof Texts]: Texts[Key]['ja'] extends Speak ? Texts[Key]['ja'] : string;
};

const pickedOf = new WeakMap<Dictionary, Partial<Record<Language, Picked<Dictionary>>>>();

/** The texts in the given language; the same object each time, so that it can be a dependency of an effect. */
export function pickWords<Texts extends Dictionary>(texts: Texts, wanted: Language): Picked<Texts> {
  const both = pickedOf.get(texts) ?? {};
  pickedOf.set(texts, both);
  both[wanted] ??= Object.fromEntries(
    Object.entries(texts).map(([key, entry]) => [key, entry[wanted]]),
  ) as Picked<Dictionary>;
  return both[wanted] as Picked<Texts>;
}

/** The language shown now; draws again when it is switched. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

/** The texts in the language shown now. */
export function useWords<Texts extends Dictionary>(texts: Texts): Picked<Texts> {
  return pickWords(texts, useLanguage());
}
