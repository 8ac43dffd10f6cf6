import { describe, expect, it } from 'vitest';
import { applyReport, type CallReport, type PhoneCall } from '../../../../backend/domain/call/phoneCall.ts';

const RINGING: CallReport = { id: 'c', state: 'ringing', number: '0242001234', line: 'l', station: null };

/** A call after reports, one each second; a report's account stands behind its state. */
function callAfter(...reports: readonly (readonly [CallReport['state'], string | null])[]): PhoneCall {
  let call: PhoneCall | undefined;
  for (const [i, [state, account]] of reports.entries()) {
    call = applyReport(call, { ...RINGING, state }, account, i * 1000);
  }
  return call!;
}

describe('a call', () => {
  it('rings, is lifted, ends: each moment kept', () => {
    expect(callAfter(['ringing', null], ['answered', 'aya'], ['ended', 'aya'])).toMatchObject({
      state: 'ended',
      accountId: 'aya',
      rangAt: 0,
      answeredAt: 1000,
      endedAt: 2000,
      revision: 3,
    });
  });

  it('nobody lifted: no moment of answering', () => {
    expect(callAfter(['ringing', 'aya'], ['ended', null])).toMatchObject({
      answeredAt: null,
      accountId: 'aya',
    });
  });

  it('a report comes twice: the very same call', () => {
    const call = callAfter(['ringing', 'aya'], ['answered', 'aya']);
    expect(applyReport(call, { ...RINGING, state: 'answered' }, 'aya', 9000)).toBe(call);
  });

  it('an older report comes late: the very same call', () => {
    const call = callAfter(['ringing', null], ['ended', null]);
    expect(applyReport(call, { ...RINGING, state: 'answered' }, 'ben', 9000)).toBe(call);
  });

  it('put through to a colleague: goes to their screen', () => {
    expect(callAfter(['answered', 'aya'], ['answered', 'ben']).accountId).toBe('ben');
  });

  it('ended by whoever was asked last: stays with the one who had it', () => {
    expect(callAfter(['answered', 'aya'], ['ended', 'ben']).accountId).toBe('aya');
  });
});
