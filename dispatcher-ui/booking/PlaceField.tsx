import type { ReactNode } from 'react';
import { ComboField } from '../../screen-kit/parts/ComboField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { PlaceOption } from '../store/bookingDraft.ts';
import { useMunicipalityNames } from './useMunicipalityNames.ts';

const texts = {
  home: { ja: '自宅', en: 'Home' },
  homeHint: { ja: 'お客様のご自宅', en: "the rider's home" },
};

const HOME: readonly PlaceOption[] = [{ kind: 'home' }];

export interface PlaceFieldProps {
  readonly label: string;
  readonly text: string;
  readonly place: PlaceOption | null;
  readonly onText: (text: string) => void;
  readonly onChoose: (place: PlaceOption | null) => void;
  readonly error: string | null;
  readonly inputRef: React.Ref<HTMLInputElement>;
  readonly hasHome: boolean;
}

/** Finds a place by name or kana; the rider's home comes first. */
export function PlaceField(props: PlaceFieldProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const municipalityOf = useMunicipalityNames();
  const home = props.hasHome ? HOME : [];

  async function find(text: string, signal: AbortSignal): Promise<readonly PlaceOption[]> {
    const { places } = await api.findPlaces(text, signal);
    const found = places.map((place): PlaceOption => ({ kind: 'place', place }));
    const isHome = ['自宅', 'じたく', '家', 'うち', 'home'].some((word) => word.startsWith(text.trim()));
    return isHome ? [...home, ...found] : found;
  }

  return (
    <ComboField<PlaceOption>
      label={props.label}
      text={props.text}
      onText={props.onText}
      chosen={props.place}
      onChoose={props.onChoose}
      find={find}
      usual={home}
      keyOf={(option) => (option.kind === 'home' ? 'home' : option.place.id)}
      textOf={(option) => (option.kind === 'home' ? t.home : option.place.name)}
      render={(option) => (
        <>
          <span className="comboMain">{option.kind === 'home' ? t.home : option.place.name}</span>{' '}
          <span className="comboSide">
            {option.kind === 'home'
              ? t.homeHint
              : `${language === 'ja' ? option.place.kana : option.place.nameEn}・${municipalityOf(option.place.municipality)}`}
          </span>
        </>
      )}
      error={props.error}
      inputRef={props.inputRef}
    />
  );
}
