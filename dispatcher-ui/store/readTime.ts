/** What was typed, in half-width form and without spaces. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

/** Nobody asks for a ride between one and six in the night; `2時` is said of the afternoon. */
const isSaidOfAfternoon = (text: string, hour: number): boolean =>
  hour >= 1 && hour <= 5 && !text.startsWith('0');

/**
 * A time as people type or say it: `10`, `930`, `10:05`, `10時半`, `午後2時15分`, `ごご2じ`, `2pm`. Hours go up to 27,
 * for service days that go past midnight; one to five without a word are hours of the afternoon, `02` is the night.
 * @returns `HH:MM`, or null when it cannot be read as one
 */
export function readTime(text: string): string | null {
  const typed = plain(text);
  const isAfternoon = /^(午後|ごご|pm)|pm$/.test(typed);
  const isMorning = /^(午前|ごぜん|am)|am$/.test(typed);
  const rest = typed.replace(/^(午前|午後|ごぜん|ごご|am|pm)/, '').replace(/(am|pm)$/, '');
  const parts = splitHourAndMinute(rest);
  if (!parts) return null;
  let [hour, minute] = parts;
  if ((isAfternoon || isMorning) && hour > 12) return null;
  if ((isAfternoon && hour < 12) || (!isMorning && isSaidOfAfternoon(rest, hour))) hour += 12;
  if (isMorning && hour === 12) hour = 0;
  if (hour > 27 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function splitHourAndMinute(text: string): [number, number] | null {
  const half = /^(\d{1,2})(?:時|じ)(?:半|はん)$/.exec(text);
  if (half) return [Number(half[1]), 30];
  const spoken = /^(\d{1,2})(?:時|じ)(?:(\d{1,2})(?:分|ふん|ぷん)?)?$/.exec(text);
  if (spoken) return [Number(spoken[1]), Number(spoken[2] ?? 0)];
  const written = /^(\d{1,2})[:.](\d{2})$/.exec(text);
  if (written) return [Number(written[1]), Number(written[2])];
  const digits = /^(\d{1,2}?)(\d{2})?$/.exec(text);
  if (!digits) return null;
  // `10` is ten o'clock, `930` and `1005` carry the minutes in their last two figures.
  if (text.length <= 2) return [Number(text), 0];
  return [Number(digits[1]), Number(digits[2] ?? 0)];
}
