import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { CallBackView, CallOffers, OfferView } from '../../backend/contract/index.ts';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { OFFER_LETTERS, OfferRows } from '../booking/OfferRows.tsx';
import { type Refusal, refusalOf } from '../store/refusal.ts';
import { wayHomeOf } from '../store/wayHome.ts';

const texts = {
  title: { ja: 'ほかの時刻', en: 'Other times' },
  stands: {
    ja: 'お返事があるまで、いまの予約はそのままです。',
    en: 'The ride stands as it is until the rider says yes.',
  },
  time: { ja: '時刻（F）', en: 'Time (F)' },
  hint: { ja: '空なら元のご希望どおり', en: 'Empty: as it was asked for' },
  wrong: {
    ja: '時刻として読めません。14、14時半 のように入れてください。',
    en: 'Not a time. Enter it like 14 or 2pm.',
  },
  find: { ja: '探す', en: 'Find' },
  take: { ja: (letter: string) => `${letter} この時刻にする`, en: (letter: string) => `Take ${letter}` },
  wait: { ja: '空き待ちにする', en: 'Put on the waitlist' },
  back: { ja: '電話の結果に戻る', en: 'Back to the outcomes' },
};

/** What the server said: times to read aloud, or why there are none with what could be had instead. */
interface Found {
  readonly requestId: string | null;
  readonly offers: readonly OfferView[];
  readonly refusal: Refusal | null;
}

export interface OtherTimesProps {
  readonly call: CallBackView;
  readonly onTake: (offerId: string) => Promise<void>;
  readonly onWait: (requestId: string) => Promise<void>;
  readonly onBack: () => void;
}

/** In the call: other times to read aloud; a yes takes one instead of what the call is about. */
export function OtherTimes({ call, onTake, onWait, onBack }: OtherTimesProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api, onFault } = useScreen();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const [isAsking, setAsking] = useState(true);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [markedId, setMarkedId] = useState<string | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const ask = useCallback(
    async (time: CallOffers['time']) => {
      setAsking(true);
      setFault(null);
      try {
        const { requestId, offers } = await api.callOffers(call.id, { time: time ?? null }, newKey());
        setFound({ requestId, offers, refusal: null });
        setMarkedId(offers[0]?.id ?? null);
      } catch (cause) {
        const met = asFault(cause);
        const refusal = met.problem?.requestId ? refusalOf(met.problem) : null;
        setFound(refusal && { requestId: refusal.requestId, offers: refusal.alternatives, refusal });
        setMarkedId(refusal?.alternatives[0]?.id ?? null);
        if (!refusal) setFault(met);
        onFault(cause);
      }
      setAsking(false);
    },
    [api, call.id, onFault],
  );
  useEffect(() => void ask(null), [ask]);
  // Before it is seen: a key pressed at the sight of the times must not go astray.
  useLayoutEffect(() => {
    if (!isAsking) (main.current ?? input.current)?.focus();
  }, [isAsking]);

  const offers = found?.offers ?? [];
  const marked = offers.find(({ id }) => id === markedId);
  const letter = OFFER_LETTERS[offers.findIndex(({ id }) => id === markedId)] ?? '';
  const waitId = found?.refusal ? found.requestId : null;
  const time = text.trim() === '' ? null : wayHomeOf(text);
  const askedKind = time && time.kind !== 'willCall' ? time.kind : (call.requestedKind ?? 'arriveBy');
  const isWrong = text.trim() !== '' && (time === null || time.kind === 'willCall');

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isWrong) return;
    void ask(time && time.kind !== 'willCall' ? { kind: time.kind, at: time.at } : null);
  }

  function press(event: KeyboardEvent): void {
    // The letters of the outcomes mean something else while times are read aloud.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onBack();
      return;
    }
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    const key = event.key.toUpperCase();
    const at = offers.findIndex(({ id }) => id === markedId);
    const step = { ARROWDOWN: 1, ARROWUP: -1 }[key];
    const offer = offers[OFFER_LETTERS.indexOf(key)] ?? (step ? offers[at + step] : undefined);
    if (offer) setMarkedId(offer.id);
    else if (key === 'L' && waitId) void onWait(waitId);
    else if (key === 'F') input.current?.focus();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the letter keys for the buttons inside it.
    <div className="otherTimes" onKeyDown={press}>
      <div className="otherTimesHead">
        <h3>{t.title}</h3>
        {call.rideId && call.reason !== 'rideUnassigned' ? <p className="fieldHint">{t.stands}</p> : null}
      </div>
      <form className="otherTimesForm" onSubmit={submit} noValidate>
        <TextField
          label={t.time}
          placeholder={t.hint}
          value={text}
          onChange={setText}
          error={isTried && isWrong ? t.wrong : null}
          inputRef={input}
        />
        <WorkButton type="submit" isBusy={isAsking}>
          {t.find}
        </WorkButton>
      </form>
      {isAsking ? <LoadingNote /> : null}
      <FaultNotice fault={fault} />
      {found?.refusal ? (
        <p className="callSentence" role="alert">
          {found.refusal.sentence[language]}
        </p>
      ) : null}
      {offers.length > 0 ? (
        <OfferRows
          offers={offers}
          markedId={markedId}
          timeKind={askedKind}
          isExpired={false}
          onMark={setMarkedId}
        />
      ) : null}
      {marked ? (
        <blockquote className="callSentence" aria-live="polite">
          {marked.day === call.day ? '' : `${dayText(marked.day, language)} `}
          {marked.sentence[language]}
        </blockquote>
      ) : null}
      <div className="answerActions">
        {marked ? (
          <WorkButton look="main" shortcut="⏎" onPress={() => onTake(marked.id)} buttonRef={main}>
            {t.take(letter)}
          </WorkButton>
        ) : null}
        {waitId ? (
          <WorkButton shortcut="L" onPress={() => onWait(waitId)}>
            {t.wait}
          </WorkButton>
        ) : null}
        <WorkButton shortcut="Esc" onPress={onBack}>
          {t.back}
        </WorkButton>
      </div>
    </div>
  );
}
