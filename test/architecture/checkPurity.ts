import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './sourceFiles.ts';

/** Names of the outside world: time, chance, the network, the process. */
const OUTSIDE = new Set([
  'console',
  'process',
  'globalThis',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** Calls of otherwise harmless objects that ask the clock or roll dice. */
const OUTSIDE_MEMBERS = new Set(['Date.now', 'Math.random']);

/** Sentences about everything in a file that waits, asks the clock, rolls dice or touches the outside world. */
export function checkPurity(file: SourceFile): string[] {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) return [`${file.path}: ${errors[0]?.message}`];
  const faults: string[] = [];
  const blame = (what: string) => faults.push(`${file.path}: ${what}`);
  const blameAsync = (node: { readonly async?: boolean }) => {
    if (node.async) blame('async function');
  };
  const references = new Set<unknown>();
  new Visitor({
    AwaitExpression() {
      blame('await');
    },
    ForOfStatement(node) {
      if (node.await) blame('await');
    },
    ImportExpression() {
      blame('import()');
    },
    FunctionDeclaration: blameAsync,
    FunctionExpression: blameAsync,
    ArrowFunctionExpression: blameAsync,
    NewExpression(node) {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'Date' && node.arguments.length === 0) {
        blame('new Date()');
      }
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') blame('Date()');
    },
    MemberExpression(node) {
      if (!node.computed) references.add(node.property);
      const { object, property } = node;
      if (object.type !== 'Identifier') return;
      const name =
        property.type === 'Identifier' ? property.name : property.type === 'Literal' ? property.value : '';
      if (OUTSIDE_MEMBERS.has(`${object.name}.${String(name)}`)) blame(`${object.name}.${String(name)}`);
    },
    Property(node) {
      if (!node.computed && !node.shorthand) references.add(node.key);
    },
    TSPropertySignature(node) {
      references.add(node.key);
    },
    TSMethodSignature(node) {
      references.add(node.key);
    },
    Identifier(node) {
      if (OUTSIDE.has(node.name) && !references.has(node)) blame(node.name);
    },
  }).visit(program);
  return [...new Set(faults)];
}
