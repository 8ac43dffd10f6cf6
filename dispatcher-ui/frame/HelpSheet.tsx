import type { ReactNode } from 'react';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from './deskContext.ts';
import './help.css';

const texts = {
  title: { ja: 'キーの使い方', en: 'Keys' },
  close: { ja: '閉じる', en: 'Close' },
  call: { ja: '電話を受ける', en: 'Taking a call' },
  F3: { ja: 'お名前を確かめたら、ご家族を開く', en: 'Name confirmed: open the household' },
  F2: { ja: 'お客様を探す欄へ', en: 'To the rider field' },
  newRider: { ja: '新しいお客様を登録する', en: 'Register a new rider' },
  figures: {
    ja: 'お客様、いつもの を選ぶ。0 は「どこから」へ',
    en: 'Choose rider or usual ride; 0 goes to From',
  },
  toRides: { ja: 'お客様の乗車の行へ（↑ ↓ で動く）', en: 'To the rides of the card (↑ ↓ move)' },
  rideKeys: {
    ja: '乗車の行で（お客様・一覧・便の予定）: 予約を変える・取り消す',
    en: 'On a ride (card, list, board): change it, cancel it',
  },
  moveKeys: {
    ja: '乗車の行や便の予定で（配車の係）: 別の車へ移す・前の車に戻す。停車を別の車の行へ引いても移せます',
    en: 'On a ride (who plans): move to another vehicle, move it back. A stop can also be drawn to another row',
  },
  shiftKeys: {
    ja: '便の予定の行や枠で（配車の係）: 運転手に代わって業務を終える・再開する',
    en: 'On a row of the board or its card (who plans): end the shift for its driver, let it go on',
  },
  reportKey: {
    ja: '便の予定の行や枠で（配車の係）: 到着・お乗り・お降りなどを、運転手に代わって記録する。枠がなければ、まず枠を開く',
    en: 'On a row of the board or its card (who plans): report the next arrival or rider for the driver; opens the card first',
  },
  stopChange: { ja: '予約を変えずにやめる', en: 'Leave the ride as it is' },
  form: { ja: '予約を入れる', en: 'The form' },
  enterField: {
    ja: '候補を選んで次の欄へ。「いつ」では、ご案内の時刻を探す',
    en: 'Take the match and go on; in When: find times',
  },
  whenKey: { ja: 'いつ', en: 'When' },
  when: {
    ja: '「10」「1030」「あす10時半」「金曜10時から」「火・金10時」',
    en: '10, 1030, tomorrow 10, fri after 2pm, tue, fri 10',
  },
  kind: {
    ja: '「いつ」で: までに着く・より後に出る を切り替える',
    en: 'In When: arrive by or leave after',
  },
  F6: { ja: '何人・車いす・荷物・申し送り', en: 'Party, wheelchair, luggage, note' },
  shiftF12: { ja: '時刻を探すのを止める・続ける', en: 'Stop or continue a search for times' },
  shiftF8: { ja: 'FAXの申込書から入れる・電話に戻す', en: 'Enter from a fax, or back to telephone' },
  offers: { ja: 'ご案内とお返事', en: 'Offers and answers' },
  letters: { ja: '読み上げる時刻を選ぶ（↑ ↓ でも）', en: 'Choose the time to read aloud (also ↑ ↓)' },
  enterOffer: { ja: '選んだ時刻で予約する', en: 'Book the time chosen' },
  dates: { ja: 'ほかの日・帰りへ移る', en: 'To another date or the way home' },
  other: { ja: 'ほかの時刻（入力に戻る）', en: 'Another time (back to the form)' },
  answers: { ja: 'やめておく・またお電話・空き待ち', en: 'Declined, calls again, waitlist' },
  override: { ja: '特例の理由を書く（認められる係のみ）', en: 'Write why to allow it (who may)' },
  wayHome: { ja: '帰りも予約する・帰りは連絡待ち・ほかの日も', en: 'Way home, will call, another day' },
  homeKeys: {
    ja: '変えたあと、帰りを: そのまま・合わせて変える・取り消す',
    en: 'After a change, the way home: keep, move along, cancel',
  },
  undo: { ja: '予約・変更を元に戻す（10秒以内）', en: 'Take a booking or a change back (10 seconds)' },
  page: { ja: '画面', en: 'The page' },
  F4: { ja: '乗車を探す', en: 'Find a ride' },
  arrows: { ja: '一覧や便の予定を動く', en: 'Move in lists and on the board' },
  shiftF2: {
    ja: '折り返し電話（⏎ 電話する、O ほかの時刻、T Y N R B M L G D で結果、U 元に戻す）',
    en: 'Calls to make (⏎ ring; O other times; T Y N R B M L G D outcome; U undo)',
  },
  shiftF3: { ja: '空き待ち', en: 'Waitlist' },
  shiftF4: {
    ja: '定期予約（日の一覧で X 休む・乗る、T この日だけ別の時刻）',
    en: 'Standing orders (on a date: X ride or not, T other times)',
  },
  shiftF6: { ja: 'お客様の台帳', en: 'Riders' },
  shiftF7: {
    ja: 'お電話の方を変える（ご本人・代理の方・ほかの方）',
    en: 'On the telephone: the rider, the next proxy, somebody else',
  },
  F7: { ja: '道路の画面', en: 'Roads' },
  F8: { ja: '地図を開く・閉じる', en: 'Open or close the map' },
  F9: { ja: '受付と配車を切り替える', en: 'Switch between phone desk and board' },
  toBoard: { ja: '配車の画面', en: 'The board' },
  F1: { ja: 'この画面（? でも）', en: 'This sheet (also ?)' },
};

type Text = keyof typeof texts;

/** Stands for the field's own name. */
const WHEN = 'when';

const GROUPS: readonly (readonly [title: Text, keys: readonly (readonly [key: string, text: Text])[]])[] = [
  [
    'call',
    [
      ['F3', 'F3'],
      ['F2', 'F2'],
      ['⇧ F1', 'newRider'],
      ['1 – 9', 'figures'],
      ['⇧ F9', 'toRides'],
      ['C  X', 'rideKeys'],
      ['M  U', 'moveKeys'],
      ['E  U', 'shiftKeys'],
      ['R', 'reportKey'],
      ['⇧ F10', 'stopChange'],
    ],
  ],
  [
    'form',
    [
      ['⏎', 'enterField'],
      [WHEN, 'when'],
      ['↑ ↓', 'kind'],
      ['F6', 'F6'],
      ['⇧ F8', 'shiftF8'],
      ['⇧ F12', 'shiftF12'],
    ],
  ],
  [
    'offers',
    [
      ['A B C', 'letters'],
      ['⏎', 'enterOffer'],
      ['← →', 'dates'],
      ['F  Esc', 'other'],
      ['N K L', 'answers'],
      ['X', 'override'],
      ['R W M', 'wayHome'],
      ['K T X', 'homeKeys'],
      ['F10', 'undo'],
    ],
  ],
  [
    'page',
    [
      ['F4', 'F4'],
      ['↑ ↓ ← →', 'arrows'],
      ['⇧ F2', 'shiftF2'],
      ['⇧ F3', 'shiftF3'],
      ['⇧ F4', 'shiftF4'],
      ['⇧ F6', 'shiftF6'],
      ['⇧ F7', 'shiftF7'],
      ['F7', 'F7'],
      ['F8', 'F8'],
      ['F9', 'F9'],
      ['F1', 'F1'],
    ],
  ],
];

/** What is left where nobody books: a town office looks at rides, shifts and roads. */
const LOOKING: typeof GROUPS = [
  [
    'page',
    [
      ['F4', 'F4'],
      ['↑ ↓ ← →', 'arrows'],
      ['F7', 'F7'],
      ['F9', 'toBoard'],
      ['F1', 'F1'],
    ],
  ],
];

/** Every key that the account has, and what it does. */
export function HelpSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const t = useWords(texts);
  const { canBook } = useDesk();
  return (
    <Dialog
      title={t.title}
      isOpen={isOpen}
      onClose={onClose}
      {...(canBook ? { size: 'full' as const } : {})}
      actions={
        <WorkButton look="main" onPress={onClose}>
          {t.close}
        </WorkButton>
      }
    >
      <div className="helpGroups">
        {(canBook ? GROUPS : LOOKING).map(([title, keys]) => (
          <section key={title}>
            <h3>{t[title]}</h3>
            <dl className="helpKeys">
              {keys.map(([key, text]) => (
                <div key={text}>
                  <dt>
                    <span className="key">{key === WHEN ? t.whenKey : key}</span>
                  </dt>
                  <dd>{t[text]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
