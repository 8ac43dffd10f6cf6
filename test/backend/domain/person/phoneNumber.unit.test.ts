import { describe, expect, it } from 'vitest';
import { normalisePhone, phoneKindOf, phoneText } from '../../../../backend/domain/person/phoneNumber.ts';

describe('telephone numbers', () => {
  it.each([
    ['0242-00-1234', '0242001234'],
    ['０２４２ー００ー１２３４', '0242001234'],
    ['(0242) 00 1234', '0242001234'],
    ['+81 242-00-1234', '0242001234'],
    ['+81(0)242-00-1234', '0242001234'],
    ['0081242001234', '0242001234'],
    ['tel:+81-90-0000-0001', '09000000001'],
    ['sip:0242001234@pbx.example', '0242001234'],
    ['+1 202 555 0100', '0012025550100'],
    ['anonymous', undefined],
    ['非通知', undefined],
    ['', undefined],
    ['110', undefined],
  ])('%s: %s', (typed, digits) => {
    expect(normalisePhone(typed)).toBe(digits);
  });

  it.each([
    ['0242001234', '0242-00-1234'],
    ['09000000001', '090-0000-0001'],
    ['0300001234', '03-0000-1234'],
    ['0240001234', '0240-00-1234'],
    ['0120001234', '0120-001-234'],
    ['117117', '117117'],
  ])('%s is written %s', (digits, text) => {
    expect(phoneText(digits)).toBe(text);
  });

  it('only a mobile telephone can get a text message', () => {
    expect(['09000000001', '05000000001', '0242001234'].map(phoneKindOf)).toEqual([
      'mobile',
      'landline',
      'landline',
    ]);
  });
});
