import type { Problem } from '../../backend/contract/index.ts';

/** A sentence in both languages of the screens. */
export interface SpokenText {
  readonly ja: string;
  readonly en: string;
}

/**
 * Why a question to the server got no good answer. `offline`: no answer at all (no network, server away); `timeout`: no
 * answer in time, so that it is not known whether it was done; `refused`: the server said no and why.
 */
export type FaultKind = 'offline' | 'timeout' | 'refused';

/** The one kind of error that `api` calls reject with; can be shown to people as it stands. */
export class ApiFault extends Error {
  readonly kind: FaultKind;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Named code of the refusal (`offerExpired`); for the other kinds the kind itself. */
  readonly code: string;
  readonly sentence: SpokenText;
  readonly action: SpokenText;
  /** Path of the input field at fault (`from`, `party.companions`). */
  readonly field: string | null;
  /** The whole answer, where the server gave one. */
  readonly problem: Problem | null;

  constructor(
    kind: FaultKind,
    status: number,
    problem: Pick<Problem, 'code' | 'sentence' | 'action' | 'field'>,
    whole: Problem | null = null,
  ) {
    super(problem.sentence.en);
    this.name = 'ApiFault';
    this.kind = kind;
    this.status = status;
    this.code = problem.code;
    this.sentence = problem.sentence;
    this.action = problem.action;
    this.field = problem.field ?? null;
    this.problem = whole;
  }
}

/** Was there no answer that counts, so that asking again later may bring one? */
export function isAway(fault: ApiFault): boolean {
  return fault.kind !== 'refused' || fault.status >= 502;
}

/** No answer: the network or the server is away. */
export function offlineFault(): ApiFault {
  return new ApiFault('offline', 0, {
    code: 'offline',
    sentence: { ja: 'サーバーにつながりません。', en: 'The server cannot be reached.' },
    action: {
      ja: '入力した内容はこの画面に残っています。つながるのを待って、もう一度お試しください。',
      en: 'What you typed is still here. Wait for the connection and try again.',
    },
  });
}

/** No answer in time. */
export function timeoutFault(): ApiFault {
  return new ApiFault('timeout', 0, {
    code: 'timeout',
    sentence: { ja: 'サーバーの返事が遅れています。', en: 'The server is slow to answer.' },
    action: {
      ja: '入力した内容は残っています。もう一度お試しください。二重に登録されることはありません。',
      en: 'What you typed is still here. Try again; nothing is recorded twice.',
    },
  });
}

/** The fault behind an answer that is not 2xx. Tolerates bodies that are no problem details (a proxy's page). */
export function faultFromAnswer(status: number, body: unknown): ApiFault {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  if (isSpoken(problem.sentence) && isSpoken(problem.action) && typeof problem.code === 'string') {
    const field = problem.field ?? problem.fields?.[0]?.field;
    const { code, sentence, action } = problem;
    const shown = { code, sentence, action, ...(field === undefined ? {} : { field }) };
    return new ApiFault('refused', status, shown, problem as Problem);
  }
  if (status >= 502 && status <= 504) return offlineFault();
  return new ApiFault('refused', status, {
    code: 'unreadableAnswer',
    sentence: { ja: 'うまくいきませんでした。', en: 'That did not work.' },
    action: {
      ja: '少し待って、もう一度お試しください。続くときは管理者にお知らせください。',
      en: 'Wait a moment and try again. If it goes on, tell the administrator.',
    },
  });
}

function isSpoken(text: unknown): text is SpokenText {
  const spoken = text as Partial<SpokenText> | null | undefined;
  return typeof spoken?.ja === 'string' && typeof spoken.en === 'string';
}

/** Anything that was thrown, as a fault that can be shown. */
export function asFault(cause: unknown): ApiFault {
  return cause instanceof ApiFault ? cause : faultFromAnswer(0, null);
}
