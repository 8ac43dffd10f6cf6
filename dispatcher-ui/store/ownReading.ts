const KANA_ONLY = /^[ぁ-ゖァ-ヶー]+$/;
const KATAKANA = /[ァ-ヶ]/g;
/** From a katakana letter down to the same one in hiragana. */
const TO_HIRAGANA = 0x60;

/** How a name written in kana alone is read, in hiragana; null: it is not, and its letters do not tell. */
export function ownReading(name: string): string | null {
  const letters = name.normalize('NFKC').trim();
  if (!KANA_ONLY.test(letters)) return null;
  return toHiragana(letters);
}

/** Katakana as hiragana; everything else as it is. */
export function toHiragana(text: string): string {
  return text.replaceAll(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA));
}
