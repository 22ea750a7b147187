// The template of a statement: headings, text and tokens. Text is plain, so that whoever writes can see all of it:
//   # title      ## heading      a paragraph a line
//   {fund.arranged}                 a figure with its unit
//   {fund.arranged.growth：增长}     a figure in words that turn with its value (`phrases.ts`)
//   {日期：截至} {地区：全} {标题：更加牢固|不断巩固}
//   {if}…{end}                      a clause that falls away where one of its figures has no data

export type Token = {
  kind: 'token';
  /** A figure's id, or 日期, 地区, 标题. */
  subject: string;
  phrase: string;
  args: readonly string[];
};
export type Clause = { kind: 'clause'; nodes: readonly Node[] };
export type Node = { kind: 'text'; text: string } | Token | Clause;

export type TemplateBlock = {
  kind: 'title' | 'heading' | 'paragraph';
  nodes: readonly Node[];
  /** Of the text, from 1. */
  line: number;
};

/** What is wrong with a line, in words. */
export type Fault = { line: number; what: string };

export type Template = { blocks: readonly TemplateBlock[]; faults: readonly Fault[] };

/** Subjects that are no figures. */
export const WORD_SUBJECTS = ['日期', '地区', '标题'] as const;
export type WordSubject = (typeof WORD_SUBJECTS)[number];

export const isWordSubject = (subject: string): subject is WordSubject =>
  (WORD_SUBJECTS as readonly string[]).includes(subject);

const PIECE = /\{([^{}]*)\}/g;

function tokenOf(inside: string): Token {
  const [subject = '', ...rest] = inside.split(/[:：]/);
  const [phrase = '', ...args] = rest.join('：').split(/[|｜]/);
  return { kind: 'token', subject: subject.trim(), phrase: phrase.trim(), args: args.map((arg) => arg.trim()) };
}

type Piece = { text: string } | { inside: string };

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of line.matchAll(PIECE)) {
    if (match.index > from) pieces.push({ text: line.slice(from, match.index) });
    pieces.push({ inside: (match[1] ?? '').trim() });
    from = match.index + match[0].length;
  }
  return from < line.length ? [...pieces, { text: line.slice(from) }] : pieces;
}

function parseLine(line: string, fault: (what: string) => void): Node[] {
  const open: Node[][] = [[]];
  const put = (node: Node) => open.at(-1)?.push(node);
  for (const piece of piecesOf(line)) {
    if ('text' in piece) {
      if (/[{}]/.test(piece.text)) fault('花括号没有成对，请补上或删去多余的一个');
      put({ kind: 'text', text: piece.text });
    } else if (piece.inside === 'if') open.push([]);
    else if (piece.inside === 'end') {
      const nodes = open.length > 1 ? open.pop() : undefined;
      if (nodes) put({ kind: 'clause', nodes });
      else fault('{end} 前面没有对应的 {if}');
    } else put(tokenOf(piece.inside));
  }
  if (open.length > 1) fault('{if} 后面缺少 {end}；一个分句不能跨行');
  return open.flat();
}

const KINDS = [
  ['##', 'heading'],
  ['#', 'title'],
] as const;

/** Reads a text; what cannot be read is told by line, the rest is there all the same. */
export function parseTemplate(text: string): Template {
  const faults: Fault[] = [];
  const blocks = text.split(/\r?\n/).flatMap((raw, index): TemplateBlock[] => {
    const line = raw.trim();
    if (line === '') return [];
    const [mark, kind] = KINDS.find(([prefix]) => line.startsWith(prefix)) ?? ['', 'paragraph' as const];
    const fault = (what: string) => faults.push({ line: index + 1, what });
    return [{ kind, line: index + 1, nodes: parseLine(line.slice(mark.length).trim(), fault) }];
  });
  return { blocks, faults };
}

type Placed = Token & { line: number; inClause: boolean };

function placed(nodes: readonly Node[], line: number, inClause: boolean): Placed[] {
  return nodes.flatMap((node): Placed[] => {
    if (node.kind === 'text') return [];
    return node.kind === 'token' ? [{ ...node, line, inClause }] : placed(node.nodes, line, true);
  });
}

/** All tokens in order. */
export function tokensOf({ blocks }: Template): Placed[] {
  return blocks.flatMap(({ nodes, line }) => placed(nodes, line, false));
}

/** Text between the tokens, by line. */
export function plainTextsOf({ blocks }: Template): { line: number; text: string }[] {
  const texts = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'text') return [node.text];
      return node.kind === 'clause' ? texts(node.nodes) : [];
    });
  return blocks.flatMap(({ nodes, line }) => texts(nodes).map((text) => ({ line, text })));
}
