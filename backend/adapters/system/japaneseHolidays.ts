import holidayJp from '@holiday-jp/holiday_jp';
import type { Holidays } from '../../ports/holidays.ts';

const DAYS = new Map<string, { readonly name: string; readonly name_en: string }>(
  Object.entries(holidayJp.holidays),
);

/** A day between two holidays has no name of its own in the table. */
const BETWEEN_HOLIDAYS = { ja: '国民の休日', en: 'Public holiday' };

/** Public holidays by the package's dated table (1970 to 2050), 振替休日 and 国民の休日 included. */
export const japaneseHolidays: Holidays = {
  nameOf(day) {
    const holiday = DAYS.get(day);
    if (!holiday) return undefined;
    return holiday.name === '休日' ? BETWEEN_HOLIDAYS : { ja: holiday.name, en: holiday.name_en };
  },
};
