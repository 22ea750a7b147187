// Half-width punctuation in Chinese sentences: `,` `:` `;` `!` `?` after a Chinese character or before one, and brackets around
// one. Read from the texts of the program, not from its comments; in templates what is put in counts as one character.

import ts from 'typescript';

const FULL: Record<string, string> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）' };
const HAN = /[\p{Script=Han}“”（）《》、。，：；％]/u;

export type HalfWidth = { at: number; is: string; full: string };

/** A text of the program with the place of each of its characters in the file; `\0` stands for what is put in. */
type Text = { chars: string; places: number[] };

function pieceOf(source: ts.SourceFile, node: ts.Node, cut: number, end: number): Text {
  const start = node.getStart(source) + cut;
  const chars = source.text.slice(start, node.getEnd() - end);
  return { chars, places: Array.from({ length: chars.length }, (_, i) => start + i) };
}

function textOf(source: ts.SourceFile, node: ts.Node): Text | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return pieceOf(source, node, 1, 1);
  if (ts.isJsxText(node)) return { ...pieceOf(source, node, 0, 0) };
  if (!ts.isTemplateExpression(node)) return undefined;
  const parts = [pieceOf(source, node.head, 1, 2)];
  for (const { literal } of node.templateSpans) {
    parts.push({ chars: '\0', places: [-1] });
    parts.push(pieceOf(source, literal, 1, ts.isTemplateTail(literal) ? 1 : 2));
  }
  return { chars: parts.map(({ chars }) => chars).join(''), places: parts.flatMap(({ places }) => places) };
}

/** Chinese stands beside it: what is put in is looked past, since nobody knows what it says. */
function isBesideHan(chars: string, at: number): boolean {
  const before = chars[at - 1] ?? '';
  const after = chars[at + 1] ?? '';
  return HAN.test(before) || HAN.test(after) || (before === '\0' && after === '\0' && HAN.test(chars));
}

/** Brackets in pairs: where Chinese stands within, or before. */
function bracketsOf(chars: string): number[] {
  const open: number[] = [];
  const found: number[] = [];
  for (let at = 0; at < chars.length; at++) {
    if (chars[at] === '(') open.push(at);
    if (chars[at] !== ')') continue;
    const begin = open.pop();
    if (begin === undefined) continue;
    const isChinese = HAN.test(chars.slice(begin + 1, at)) || HAN.test(chars[begin - 1] ?? '');
    if (isChinese) found.push(begin, at);
  }
  return found;
}

/** SQL in plain texts: its commas and brackets are its own, as in those that are tagged. */
const SQL = /\bselect\b|\bfilter \(|\bwhere\b|\bin \('|\bconcat(_ws)?\(/i;

function findIn({ chars, places }: Text): HalfWidth[] {
  if (!/\p{Script=Han}/u.test(chars) || SQL.test(chars)) return [];
  const isOfAddress = (at: number) => /:\/\/\S*$/.test(chars.slice(0, at));
  const marks = [...chars].flatMap((char, at) =>
    ',:;!?'.includes(char) && isBesideHan(chars, at) && !isOfAddress(at) ? [at] : [],
  );
  return [...marks, ...bracketsOf(chars)].map((at) => {
    const is = chars[at] ?? '';
    return { at: places[at] ?? -1, is, full: FULL[is] ?? is };
  });
}

type Exception = { marks: string; why: string };

/** Files, or folders, whose texts are words of a contract or rows of a file: what is read back must not change. */
export const KEPT: Record<string, Exception> = {
  'src/modules/demo/domain/feed-sink.ts': { marks: ',', why: 'headings of CSV files' },
  'src/modules/demo/domain/registry-rows.ts': { marks: ',', why: 'headings and cells of CSV files' },
  'src/modules/demo/server/write-expected-warnings.ts': { marks: ',', why: 'headings of a CSV file' },
  'src/modules/demo-registers/domain/': { marks: '()', why: 'headings and codes of the data contract' },
  'src/modules/projects/domain/project-words.ts': { marks: '()', why: 'a code of the data contract' },
  'src/modules/feeds/domain/feed-definition.ts': { marks: '()', why: 'what departments write above their columns' },
  'src/modules/help/domain/measure-drafts.ts': { marks: '()', why: 'what offices write above their columns' },
  'src/modules/figures/domain/definitions/': { marks: '()', why: 'names of figures as they are published' },
};

/** Whether this mark stands there with a reason. */
export function isKept(file: string, { is }: HalfWidth): boolean {
  return Object.entries(KEPT).some(([place, { marks }]) => file.startsWith(place) && marks.includes(is));
}

/** All of a file, in order. */
export function findHalfWidth(file: string, text: string): HalfWidth[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: HalfWidth[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) return;
    const own = textOf(source, node);
    if (own) found.push(...findIn(own));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.sort((a, b) => a.at - b.at);
}
