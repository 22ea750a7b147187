// A statement with one of its conditions taken away, for every condition it has.

const TOKEN = /'(?:[^']|'')*'|"[^"]*"|[a-z_][\w.]*|[(),]|\s+|[^\s\w'"(),]+|\d+/gi;
const ENDS = new Set(
  'where on having and or when then else end select from join left cross inner group order limit union with as'.split(
    ' ',
  ),
);

type Token = { text: string; at: number; depth: number; isBetween?: boolean };

function tokensOf(statement: string): Token[] {
  const tokens: Token[] = [];
  const between: number[] = [];
  let depth = 0;
  for (const { 0: text, index: at } of statement.matchAll(TOKEN)) {
    if (/^\s+$/.test(text)) continue;
    if (text === ')') depth--;
    const word = text.toLowerCase();
    if (word === 'between') between[depth] = (between[depth] ?? 0) + 1;
    const isBetween = word === 'and' && (between[depth] ?? 0) > 0;
    if (isBetween) between[depth] = 0;
    tokens.push({ text: word, at, depth, isBetween });
    if (text === '(') depth++;
  }
  return tokens;
}

const isEnd = ({ text, isBetween }: Token): boolean => ENDS.has(text) && !isBetween;

/** Where the condition ends that begins with the token. */
function endOf(tokens: readonly Token[], from: number, length: number): number {
  const depth = tokens[from]?.depth ?? 0;
  const end = tokens
    .slice(from)
    .find((token) => token.depth < depth || (token.depth === depth && (token.text === ',' || isEnd(token))));
  return end?.at ?? length;
}

/** Where the conditions stand: what follows `where`, `on`, `having` and `and`, and what precedes `and` in brackets. */
function conditionsOf(statement: string): [number, number][] {
  const tokens = tokensOf(statement);
  return tokens.flatMap((token, i): [number, number][] => {
    const next = tokens[i + 1];
    const before = tokens[i - 1]?.text;
    if (!next) return [];
    const opens = ['where', 'on', 'having', 'and'].includes(token.text) && !token.isBetween && before !== 'distinct';
    const end = endOf(tokens, i + 1, statement.length);
    if (opens) return [[next.at, end]];
    const stops = tokens.slice(i + 1).find(({ at }) => at >= end);
    return token.text === '(' && stops?.text === 'and' && stops.depth === next.depth ? [[next.at, end]] : [];
  });
}

export type Mutant = { without: string; statement: string };

export function mutantsOf(statement: string): Mutant[] {
  return conditionsOf(statement).flatMap(([from, to]) => {
    const without = statement.slice(from, to).trim();
    if (without === 'true' || without === '(true)') return [];
    return [{ without, statement: `${statement.slice(0, from)}true ${statement.slice(to)}` }];
  });
}
