import type { ReactNode } from 'react';
import type { PlaceView } from '../../backend/contract/index.ts';
import { ComboField } from '../../screen-kit/parts/ComboField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useMunicipalityNames } from '../booking/useMunicipalityNames.ts';
import type { RiderDraft } from '../store/riderDraft.ts';
import { fieldTexts } from './riderTexts.ts';

/** Where the rider lives: searched for like any place. */
export function HomeField(props: {
  draft: RiderDraft;
  onChange: (part: Partial<RiderDraft>) => void;
  error: string | null;
  hint: string;
}): ReactNode {
  const label = useWords(fieldTexts);
  const language = useLanguage();
  const { api } = useScreen();
  const municipalityOf = useMunicipalityNames();
  return (
    <ComboField<PlaceView>
      label={label.homeText}
      hint={props.hint}
      text={props.draft.homeText}
      onText={(homeText) => props.onChange({ homeText })}
      chosen={props.draft.place}
      onChoose={(place) => props.onChange({ place })}
      find={(text, signal) => api.findPlaces(text, signal).then(({ places }) => places)}
      keyOf={({ id }) => id}
      textOf={({ name }) => name}
      render={(place) => (
        <>
          <span className="comboMain">{place.name}</span>{' '}
          <span className="comboSide">
            {[language === 'ja' ? place.kana : place.nameEn, municipalityOf(place.municipality)]
              .filter(Boolean)
              .join('・')}
          </span>
        </>
      )}
      error={props.error}
    />
  );
}
