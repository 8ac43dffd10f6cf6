import type { SpokenText } from '../domain/units/spokenText.ts';
import type { VoiceSession } from '../domain/voice/voiceSession.ts';
import type { VoiceTopic } from '../domain/voice/voiceState.ts';

const TOPICS: Readonly<Record<VoiceTopic, SpokenText>> = {
  welcome: { ja: 'はじめのご案内', en: 'the welcome' },
  identity: { ja: 'ご本人の確認', en: 'the question who calls' },
  rides: { ja: 'ご予約の確認', en: 'their rides' },
  owed: { ja: 'ご連絡への返事', en: 'what we had to tell' },
  cancel: { ja: '取り消し', en: 'cancelling' },
  usual: { ja: 'いつものお出かけの予約', en: 'booking the usual ride' },
  ready: { ja: 'お帰りの準備', en: 'being ready to go home' },
};

/** What the caller already said to the voice line, for whoever takes over; nothing personal. */
export function voiceNote({ state }: Pick<VoiceSession, 'state'>): SpokenText {
  const topic = TOPICS[state.reached];
  const isKnown = state.personId !== null;
  return {
    ja: `音声で「${topic.ja}」まで進みました。${isKnown ? 'ご本人の確認は済んでいます。' : ''}`,
    en: `Came as far as ${topic.en} on the voice line.${isKnown ? ' They have shown who they are.' : ''}`,
  };
}
