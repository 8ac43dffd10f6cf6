import type { ReactNode } from 'react';
import type { RideStatusName } from '../../backend/contract/index.ts';
import { daySecondOf, serviceDayOf, tableTime } from '../words/times.ts';
import { useWords } from '../words/words.ts';
import './badge.css';

/** Words of both languages for where a ride is in its life. */
export type StatusTexts = Readonly<Record<RideStatusName, { readonly ja: string; readonly en: string }>>;

/** The desk's words. */
export const statusTexts = {
  requested: { ja: '受付', en: 'Requested' },
  offered: { ja: 'ご案内中', en: 'Offered' },
  denied: { ja: 'お断り', en: 'Denied' },
  declined: { ja: '見送り', en: 'Not taken' },
  willCall: { ja: '帰りの連絡待ち', en: 'Will call' },
  booked: { ja: '予約', en: 'Booked' },
  assigned: { ja: '便が決定', en: 'Assigned' },
  vehicleArrived: { ja: 'お迎え到着', en: 'Vehicle there' },
  onBoard: { ja: '乗車中', en: 'On board' },
  done: { ja: '降車済み', en: 'Done' },
  cancelled: { ja: '取り消し', en: 'Cancelled' },
  noShow: { ja: 'お見えにならず', en: 'No-show' },
  missed: { ja: '当方の行き違い', en: 'Missed by us' },
  lapsed: { ja: 'お返事なし', en: 'Lapsed' },
} satisfies StatusTexts;

/** A shape for each status, so that it is told apart without colour. */
const shapes: Record<RideStatusName, string> = {
  requested: '○',
  offered: '◇',
  denied: '✕',
  declined: '－',
  willCall: '☎',
  booked: '◎',
  assigned: '●',
  vehicleArrived: '▲',
  onBoard: '▶',
  done: '✓',
  cancelled: '／',
  noShow: '☐',
  missed: '!',
  lapsed: '…',
};

type Tone = 'quiet' | 'coming' | 'now' | 'good' | 'bad';

const tones: Record<RideStatusName, Tone> = {
  requested: 'coming',
  offered: 'coming',
  denied: 'bad',
  declined: 'quiet',
  willCall: 'coming',
  booked: 'coming',
  assigned: 'coming',
  vehicleArrived: 'now',
  onBoard: 'now',
  done: 'good',
  cancelled: 'quiet',
  noShow: 'bad',
  missed: 'bad',
  lapsed: 'quiet',
};

const otherTexts = {
  noVehicle: { ja: '車がない', en: 'No vehicle' },
  held: { ja: (time: string) => `仮（${time}まで返事待ち）`, en: (time: string) => `Held until ${time}` },
};

interface StatusBadgeProps {
  readonly status: RideStatusName;
  /** Until when the place is held for a rider who has still to say yes; null: it is agreed. */
  readonly heldUntil?: string | null;
  /** For the desk: it is promised, and nobody carries it. */
  readonly isLeftBehind?: boolean;
  /** Where they are not the desk's. */
  readonly texts?: StatusTexts;
}

function momentTime(iso: string): string {
  const moment = Date.parse(iso);
  return tableTime(daySecondOf(serviceDayOf(moment), moment));
}

/** A ride's status as word, shape and colour together; a place that is only held says so. */
export function StatusBadge(props: StatusBadgeProps): ReactNode {
  const { status, heldUntil = null, isLeftBehind = false, texts = statusTexts } = props;
  const t = useWords(texts);
  const other = useWords(otherTexts);
  if (isLeftBehind) return <Badge tone="bad" shape="!" word={other.noVehicle} />;
  if (heldUntil !== null && ['booked', 'assigned'].includes(status)) {
    return <Badge tone="now" shape="◌" word={other.held(momentTime(heldUntil))} />;
  }
  return <Badge tone={tones[status]} shape={shapes[status]} word={t[status]} />;
}

function Badge({ tone, shape, word }: { tone: Tone; shape: string; word: string }): ReactNode {
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true" className="badgeShape">
        {shape}
      </span>
      {word}
    </span>
  );
}
