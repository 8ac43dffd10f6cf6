import { useCallback, useEffect, useState } from 'react';
import type { RegionView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage } from '../../screen-kit/words/words.ts';
import { DAYS_SHOWN } from '../store/timeChoices.ts';

export interface Region {
  /** Name of a municipality; empty until the region is known. */
  readonly townName: (code: string) => string;
  /** Number of the service to call: the ride's own service, else the office. */
  readonly phone: string;
  /** For so many days after today bookings are taken; null until it is known, a week where it could not be read. */
  readonly daysAhead: number | null;
}

/** What the forms need of the region; without it the page works, only without town names. */
export function useRegion(): Region {
  const { api, system } = useScreen();
  const language = useLanguage();
  const [region, setRegion] = useState<RegionView | null>(null);
  const [daysAhead, setDaysAhead] = useState<number | null>(null);
  useEffect(() => {
    api.region().then(
      (view) => {
        setRegion(view);
        setDaysAhead(view.daysAhead);
      },
      () => setDaysAhead(DAYS_SHOWN - 1),
    );
  }, [api]);
  const townName = useCallback(
    (code: string) => {
      const town = region?.municipalities.find((one) => one.code === code);
      return (language === 'en' ? town?.nameEn : town?.name) ?? '';
    },
    [region, language],
  );
  return { townName, phone: system.supportPhone, daysAhead };
}
