import { Refused } from '../../domain/fault/refused.ts';
import type { Rejection, RejectionCode } from '../../domain/rejection/rejection.ts';

/** The part of a zod schema that is needed here; the schema itself comes from `contract`. */
interface Schema<Value> {
  safeParse(
    input: unknown,
  ): { success: true; data: Value } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  /** What is too large (`string`, `array`…), and the most there may be. */
  readonly origin?: string;
  readonly maximum?: number | bigint;
}

/** Input that does not fit its schema: the first fault as the rejection, all of them as fields. */
export class Misshapen extends Refused {
  constructor(
    rejection: Rejection,
    readonly fields: readonly { readonly field: string; readonly code: RejectionCode }[],
  ) {
    super(rejection);
    this.name = 'Misshapen';
  }
}

/** @throws Misshapen naming each field at fault */
export function parseInput<Value>(schema: Schema<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw misshapen(parsed.error.issues);
  const unstorable = findUnstorable(parsed.data, '');
  if (unstorable !== undefined) {
    throw new Misshapen(withField('malformedInput', unstorable), [
      { field: unstorable, code: 'malformedInput' },
    ]);
  }
  return parsed.data;
}

function misshapen(issues: readonly Issue[]): Misshapen {
  const fields = issues.slice(0, 20).map((issue) => ({ field: fieldOf(issue), code: codeOf(issue) }));
  const first = fields[0] ?? { field: '', code: 'malformedInput' as const };
  const most = isTooLong(first.code) ? { details: { most: Number(issues[0]?.maximum) } } : {};
  return new Misshapen({ ...withField(first.code, first.field), ...most }, fields);
}

function withField(code: RejectionCode, field: string): Rejection {
  return field === '' ? { code } : { code, field };
}

function fieldOf(issue: Issue): string {
  return [...issue.path, ...(issue.keys?.slice(0, 1) ?? [])].map(String).join('.');
}

const isTooLong = (code: RejectionCode): boolean => code === 'textTooLong' || code === 'tooManyPhones';

/** A text that is too long, a wrong number of people, a wrong position: each has a name of its own. */
function codeOf(issue: Issue): RejectionCode {
  const path = issue.path.map(String);
  if (path[0] === 'party' && issue.code === 'too_small') return 'partyTooSmall';
  if (path[0] === 'party' && issue.code === 'too_big') return 'partyTooLarge';
  if (path.at(-2) === 'at' && (path.at(-1) === 'lon' || path.at(-1) === 'lat')) return 'invalidCoordinates';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'textTooLong';
  if (issue.code === 'too_big' && path.at(-1) === 'otherPhones') return 'tooManyPhones';
  return 'malformedInput';
}

/** The path of the first text that a database cannot keep (NUL, half a surrogate pair), else undefined. */
function findUnstorable(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorableText(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = findUnstorable(part, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Can a database keep the text: no NUL, no half of a surrogate pair? */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
