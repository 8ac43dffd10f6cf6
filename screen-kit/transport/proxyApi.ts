import type {
  AcceptInvitation,
  ActingForAnswer,
  InvitationAnswer,
  InvitationCheck,
  ProxyView,
  SessionView,
} from '../../backend/contract/index.ts';

/** Accounts that act for riders, and how somebody comes to one. */
export interface ProxyApi {
  /** For whom the account may act; with a text, those of its patients or residents who are meant. */
  readonly actingFor: (text: string | null, signal?: AbortSignal) => Promise<ActingForAnswer>;
  /** The desk gives out a code; one that is open before it ends. */
  readonly inviteProxy: (proxyId: string) => Promise<InvitationAnswer>;
  readonly withdrawInvitation: (proxyId: string) => Promise<ProxyView>;
  readonly checkInvitation: (code: string) => Promise<InvitationCheck>;
  /** Signs in with the account that is made, or gives the one that is signed in one more rider. */
  readonly acceptInvitation: (wish: AcceptInvitation) => Promise<SessionView>;
}

interface Asking {
  readonly get: <Answer>(path: string, extra?: { signal?: AbortSignal }) => Promise<Answer>;
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer>;
  readonly drop: <Answer>(path: string) => Promise<Answer>;
}

/** @param keepSession told of every session that an answer brings */
export function createProxyApi(
  { get, post, drop }: Asking,
  keepSession: (session: SessionView) => SessionView,
): ProxyApi {
  const invitation = (proxyId: string) => `proxies/${encodeURIComponent(proxyId)}/invitation`;
  return {
    actingFor: (text, signal) =>
      get(
        text === null ? 'acting-for' : `acting-for?${new URLSearchParams({ q: text })}`,
        signal ? { signal } : {},
      ),
    inviteProxy: (proxyId) => post(invitation(proxyId), {}),
    withdrawInvitation: (proxyId) => drop(invitation(proxyId)),
    checkInvitation: (code) => post('invitations/check', { code }),
    acceptInvitation: (wish) => post<SessionView>('invitations/accept', wish).then(keepSession),
  };
}
