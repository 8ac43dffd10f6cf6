import type { Need } from '../../backend/domain/person/person.ts';
import { pickOne, type Random } from '../seededRandom.ts';

/** Share of people with a need, at ages under 75, under 85 and above. Rough, for invented people. */
const SHARES: readonly { readonly need: Need; readonly shares: readonly [number, number, number] }[] = [
  { need: 'walker', shares: [0.03, 0.12, 0.28] },
  { need: 'doorHelp', shares: [0.01, 0.06, 0.15] },
  { need: 'hearing', shares: [0.02, 0.06, 0.12] },
  { need: 'sight', shares: [0.01, 0.02, 0.04] },
  { need: 'oxygen', shares: [0.002, 0.006, 0.008] },
  { need: 'serviceAnimal', shares: [0.001, 0.001, 0] },
];
const WHEELCHAIR_SHARES = [0.012, 0.03, 0.08] as const;
const STRETCHER_SHARES = [0.001, 0.002, 0.006] as const;

const NOTES: Partial<Record<Need, readonly string[]>> = {
  hearing: ['補聴器を使っています。ゆっくり話してください。', '電話は大きな声でお願いします。'],
  sight: ['足もとを声で知らせてください。', '乗り口まで手を引いてください。'],
  doorHelp: ['玄関の段差で手を貸してください。', '荷物を玄関まで運んでください。'],
  walker: ['歩行器をたたんで積みます。', 'つえを使っています。'],
  wheelchair: ['車いすのまま乗ります。'],
  stretcher: ['付き添いが一人乗ります。'],
  oxygen: ['酸素ボンベを持っています。'],
};

/** Needs of an invented person of some age, and a note for one person in three who has any. */
export function drawNeeds(
  random: Random,
  age: number,
): { readonly needs: readonly Need[]; readonly note: string | null } {
  const group = age < 75 ? 0 : age < 85 ? 1 : 2;
  const needs: Need[] = [];
  const mobility = random();
  if (mobility < STRETCHER_SHARES[group]) needs.push('stretcher');
  else if (mobility < STRETCHER_SHARES[group] + WHEELCHAIR_SHARES[group]) needs.push('wheelchair');
  const isSeated = needs.length > 0;
  for (const { need, shares } of SHARES)
    if (random() < shares[group]! && !(isSeated && need === 'walker')) needs.push(need);
  const notes = needs.flatMap((need) => NOTES[need] ?? []);
  return { needs, note: notes.length > 0 && random() < 0.35 ? pickOne(random, notes) : null };
}
