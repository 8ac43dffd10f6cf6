import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './sourceFiles.ts';

const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/;
/** `[最後|さいご]` carries a reading and is shown as ruby. */
const RUBY = /\[[^|\][]+\|[^|\][]+\]/g;

/** Japanese texts (all that stands under a key `ja`) in which a bracket is half as wide as its neighbours. */
export function checkBrackets(file: SourceFile): string[] {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) return [`${file.path}: ${errors[0]?.message}`];
  const faults: string[] = [];
  const check = (text: string) => {
    if (/[()[\]]/.test(text.replace(RUBY, ''))) faults.push(`${file.path}: ${text}`);
  };
  new Visitor({
    Property(node) {
      const { key, value } = node;
      if (key.type !== 'Identifier' || key.name !== 'ja') return;
      const whole = file.text.slice(value.start, value.end);
      if (!JAPANESE.test(whole)) return;
      new Visitor({
        Literal(literal) {
          if (typeof literal.value === 'string') check(literal.value);
        },
        TemplateElement(part) {
          check(part.value.raw);
        },
      }).visit(parseSync(file.path, `(${whole})`).program);
    },
  }).visit(program);
  return faults;
}
