// What every file of the program imports, read with the TypeScript parser: static, type-only, re-exported and dynamic
// imports, and `new URL('./x.ts', import.meta.url)`, which is how worker threads and transforms are named.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** File (path below the root, with `/`) → what it imports: such paths for own files, bare names for packages. */
export type ImportMap = Map<string, string[]>;

/** Program files below `folder`, without tests; sorted paths relative to `root`. */
export function listProgramFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/(\.test|\.d)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function isImportMetaUrl(node: ts.Expression | undefined): boolean {
  return (
    node !== undefined &&
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'url' &&
    ts.isMetaProperty(node.expression)
  );
}

/** The text that names another module, where `node` is a form of import. */
function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && isImportMetaUrl(node.arguments?.[1])) {
    const named = node.arguments?.[0];
    return named && ts.isStringLiteralLike(named) && /\.tsx?$/.test(named.text) ? named : undefined;
  }
  return undefined;
}

/** Module names in the source text, in order; with `valuesAlone`, those that have to be there when the file is run. */
export function findImports(file: string, text: string, valuesAlone = false): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier) && !(valuesAlone && isGoneAtStart(node)))
      found.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether nothing of the import is left when the program runs: types alone, or a file that is loaded later. */
function isGoneAtStart(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) {
    const { importClause } = node;
    if (!importClause) return false;
    const { namedBindings } = importClause;
    const names = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
    return importClause.isTypeOnly || (names.length > 0 && names.every((name) => name.isTypeOnly));
  }
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return true;
}

/** The imports of all files, relative names resolved to paths below the root. */
export function readImports(root: string, files: string[], valuesAlone = false): ImportMap {
  return new Map(
    files.map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const resolve = (name: string) =>
        name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name;
      return [file, [...new Set(findImports(file, text, valuesAlone).map(resolve))]];
    }),
  );
}
