import type { ReactNode } from 'react';
import { ComboField } from '../../screen-kit/parts/ComboField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { type PlaceOption, placeKey } from '../store/bookingDraft.ts';
import { useMunicipalityNames } from './useMunicipalityNames.ts';

const texts = {
  home: { ja: '自宅', en: 'Home' },
  homeHint: { ja: 'お客様のご自宅', en: "the rider's home" },
};

const HOME: readonly PlaceOption[] = [{ kind: 'home' }];
const HOME_WORDS = ['自宅', 'じたく', '家', 'うち', 'home'];

export interface PlaceFieldProps {
  readonly label: string;
  /** As typed; a home that is chosen is called by its word in the screen's language. */
  readonly text: string;
  readonly place: PlaceOption | null;
  readonly onText: (text: string) => void;
  readonly onChoose: (place: PlaceOption | null) => void;
  readonly error: string | null;
  readonly inputRef: React.Ref<HTMLInputElement>;
  readonly hasHome: boolean;
  /** Offered while nothing is typed, below the home: places this rider goes to. */
  readonly usual: readonly PlaceOption[];
}

/** Finds a place by name, kana or landmark; the rider's home comes first. */
export function PlaceField(props: PlaceFieldProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const municipalityOf = useMunicipalityNames();
  const home = props.hasHome ? HOME : [];

  async function find(text: string, signal: AbortSignal): Promise<readonly PlaceOption[]> {
    const { places } = await api.findPlaces(text, signal);
    const found = places.map(
      (place): PlaceOption => ({
        kind: 'named',
        choice: { kind: 'place', id: place.id },
        name: place.name,
        side: `${language === 'ja' ? place.kana : place.nameEn}・${municipalityOf(place.municipality)}`,
      }),
    );
    const isHome = HOME_WORDS.some((word) => word.startsWith(text.trim().toLowerCase()));
    return isHome ? [...home, ...found] : found;
  }

  return (
    <ComboField<PlaceOption>
      label={props.label}
      text={props.place?.kind === 'home' ? t.home : props.text}
      onText={props.onText}
      chosen={props.place}
      onChoose={props.onChoose}
      find={find}
      usual={[...home, ...props.usual]}
      keyOf={placeKey}
      textOf={(option) => (option.kind === 'home' ? t.home : option.name)}
      render={(option) => (
        <>
          <span className="comboMain">{option.kind === 'home' ? t.home : option.name}</span>{' '}
          <span className="comboSide">{option.kind === 'home' ? t.homeHint : option.side}</span>
        </>
      )}
      error={props.error}
      inputRef={props.inputRef}
    />
  );
}
