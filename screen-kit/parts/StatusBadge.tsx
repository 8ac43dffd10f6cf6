import type { ReactNode } from 'react';
import type { RideStatusName } from '../../backend/contract/index.ts';
import { useWords } from '../words/words.ts';
import './badge.css';

/** Words for where a ride is in its life. */
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
} satisfies Record<RideStatusName, { ja: string; en: string }>;

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

/** A ride's status as word, shape and colour together. */
export function StatusBadge({ status }: { status: RideStatusName }): ReactNode {
  const t = useWords(statusTexts);
  return (
    <span className={`badge badge-${tones[status]}`}>
      <span aria-hidden="true" className="badgeShape">
        {shapes[status]}
      </span>
      {t[status]}
    </span>
  );
}
