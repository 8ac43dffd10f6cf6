import { describe, expect, expectTypeOf, it } from 'vitest';
import { noWish } from '../../../../backend/domain/callBack/contactWish.ts';
import { afterQuietHours, chooseNotice } from '../../../../backend/domain/notice/chooseNotice.ts';
import type { NoticeAddress } from '../../../../backend/domain/notice/notice.ts';
import {
  findMobileNumber,
  findTelephoneNumber,
  type MobileNumber,
  type TelephoneNumber,
} from '../../../../backend/domain/notice/telephone.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';

describe('kinds of telephone numbers in Japan', () => {
  it.each([
    ['0242-00-1234', false, 'a landline of Aizuwakamatsu'],
    ['024-000-1234', false, 'a landline'],
    ['050-0000-0000', false, 'an IP telephone'],
    ['020-0000-0000', false, 'a machine'],
    ['0120-000-000', false, 'a free number'],
    ['080-0000-000', false, 'a digit too few'],
    ['', false, 'nothing'],
  ])('%s: gets no text message (%s, %s)', (text) => {
    expect(findMobileNumber(text)).toBeUndefined();
  });

  it.each(['070', '080', '090', '060'])('%s and eight digits: a mobile telephone', (prefix) => {
    expect(findMobileNumber(`${prefix}-0000-0000`)).toBe(`${prefix}00000000`);
  });

  it('full-width figures, brackets, +81: understood', () => {
    expect(findMobileNumber('０９０（００００）００００')).toBe('09000000000');
    expect(findMobileNumber('+81 90 0000 0000')).toBe('09000000000');
    expect(findTelephoneNumber('０２４２ー００ー１２３４')).toBe('0242001234');
  });

  it('a text message to a landline: does not even compile', () => {
    expectTypeOf<TelephoneNumber>().not.toExtend<MobileNumber>();
    expectTypeOf<{ kind: 'sms'; address: TelephoneNumber }>().not.toExtend<NoticeAddress>();
    expectTypeOf<{ kind: 'sms'; address: string }>().not.toExtend<NoticeAddress>();
  });
});

describe('which notice somebody gets', () => {
  const wish = { ...noWish('person-1', '07421') };
  it('without consent: none', () => {
    expect(chooseNotice(wish, '090-0000-0000')).toBeUndefined();
  });
  it('consent to text messages and a landline: none, or a spoken one where that is agreed', () => {
    expect(chooseNotice({ ...wish, sms: true }, '0242-00-1234')).toBeUndefined();
    expect(chooseNotice({ ...wish, sms: true, voice: true }, '0242-00-1234')).toEqual({
      kind: 'voice',
      address: '0242001234',
    });
  });
  it('consent and a mobile telephone: a text message', () => {
    expect(chooseNotice({ ...wish, sms: true }, '090-0000-0000')?.kind).toBe('sms');
  });
  it('at night: not before eight in the morning', () => {
    const day = '2026-06-10';
    expect(afterQuietHours(momentOf(day, 12 * 3600))).toBe(momentOf(day, 12 * 3600));
    expect(afterQuietHours(momentOf(day, 5 * 3600))).toBe(momentOf(day, 8 * 3600));
    expect(afterQuietHours(momentOf(day, 22 * 3600))).toBe(momentOf('2026-06-11', 8 * 3600));
  });
});
