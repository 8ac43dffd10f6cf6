import { useEffect, useState } from 'react';
import type { MunicipalityView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage } from '../../screen-kit/words/words.ts';

/** The name of a municipality by its code; the code itself until the names have come. */
export function useMunicipalityNames(): (code: string) => string {
  const { api } = useScreen();
  const language = useLanguage();
  const [names, setNames] = useState<ReadonlyMap<string, MunicipalityView>>(new Map());
  useEffect(() => {
    let isGone = false;
    api.region().then(
      (region) => {
        if (!isGone) setNames(new Map(region.municipalities.map((each) => [each.code, each])));
      },
      // Codes are shown instead; the search itself goes on.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [api]);
  return (code) => names.get(code)?.[language === 'ja' ? 'name' : 'nameEn'] ?? code;
}
