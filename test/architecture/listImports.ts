import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './sourceFiles.ts';

/** One import, re-export or `import()` of a file. */
export interface Import {
  readonly from: string;
  /** As written; undefined where it is computed. */
  readonly specifier: string | undefined;
  readonly isTypeOnly: boolean;
}

/** Everything the file takes from elsewhere. Throws when the file cannot be parsed. */
export function listImports(file: SourceFile): Import[] {
  const parsed = parseSync(file.path, file.text);
  if (parsed.errors.length > 0) throw new Error(`${file.path}: ${parsed.errors[0]?.message}`);
  const imports: Import[] = [];
  const add = (specifier: string | undefined, isTypeOnly: boolean) => {
    imports.push({ from: file.path, specifier, isTypeOnly });
  };
  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers;
      const areAllTypes =
        named.length > 0 &&
        named.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type');
      add(node.source.value, node.importKind === 'type' || areAllTypes);
    },
    ExportNamedDeclaration(node) {
      if (!node.source) return;
      const areAllTypes =
        node.specifiers.length > 0 && node.specifiers.every((each) => each.exportKind === 'type');
      add(node.source.value, node.exportKind === 'type' || areAllTypes);
    },
    ExportAllDeclaration(node) {
      add(node.source.value, node.exportKind === 'type');
    },
    ImportExpression(node) {
      const { source } = node;
      add(source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined, false);
    },
    TSImportType(node) {
      add(node.source.value, true);
    },
  }).visit(parsed.program);
  return imports;
}
