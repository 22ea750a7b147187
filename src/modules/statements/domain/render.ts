// A template with the figures of a day: what stands on paper, and what the writer is told of it.

import { type Claim, FLOORS, figuresRead, isBelowFloor, PHRASES, type Said } from './phrases.ts';
import { DAY_PHRASES, PLACE_PHRASES, type Place } from './place-words.ts';
import { typedNumeral } from './plain-words.ts';
import {
  type Fault,
  isWordSubject,
  type Node,
  parseTemplate,
  plainTextsOf,
  type Template,
  type TemplateBlock,
  type Token,
  tokensOf,
} from './template.ts';
import { type Figures, isFigure, type Told } from './told.ts';

export type Setting = {
  place: Place;
  /** ISO days: of the numbers, of the publication. */
  day: string;
  publishedOn: string;
  figures: Figures;
  confirmed: ReadonlySet<string>;
};

export type RenderedBlock = {
  kind: TemplateBlock['kind'];
  text: string;
  line: number;
  /** Pieces of the text that are numbers of a figure, in order: each opens down to its rows. */
  numbers: { id: string; text: string }[];
};

export type Note = { line: number; text: string };
export type Rendered = { blocks: RenderedBlock[]; notes: Note[]; claims: Claim[] };

/** Figures the template asks for; `before`: those whose value of the year before is read, too. */
export function figuresAsked(template: Template): { ids: string[]; before: string[] } {
  const tokens = tokensOf(template).filter(({ subject }) => !isWordSubject(subject));
  return {
    ids: [
      ...new Set([
        ...tokens.flatMap(({ subject, phrase, args }) => figuresRead(subject, phrase, args)),
        // A floor that is missed is looked for whether or not the template speaks of it.
        ...Object.keys(FLOORS).flatMap((id) => figuresRead(id, '', [])),
      ]),
    ],
    before: [...new Set(tokens.flatMap(({ subject, phrase }) => (PHRASES[phrase]?.before ? [subject] : [])))],
  };
}

const oneOf = (phrases: object): string => Object.keys(phrases).filter(Boolean).join('、');

function faultOf(token: Token & { inClause: boolean }): string | undefined {
  const { subject, phrase, inClause } = token;
  const shown = `{${subject}${phrase ? `：${phrase}` : ''}}`;
  if (subject === '日期') return phrase in DAY_PHRASES ? undefined : `${shown}应为日期加${oneOf(DAY_PHRASES)}中的一个`;
  if (subject === '地区')
    return phrase in PLACE_PHRASES ? undefined : `${shown}应为地区加${oneOf(PLACE_PHRASES)}中的一个`;
  if (subject === '标题') return token.args.length === 1 ? undefined : '标题要写两个说法，如 {标题：更加牢固|不断巩固}';
  if (!isFigure(subject)) return `没有名为“${subject}”的指标，请从指标目录中选择`;
  if (!PHRASES[phrase]) return `没有“${phrase}”这种说法，可用：${oneOf(PHRASES)}`;
  return inClause ? undefined : `${shown}没有放在 {if}…{end} 里：没有数据时不知道该略去哪一句`;
}

/** What is to be mended before a text is kept, by line; `allowed`: expressions with a numeral that are free here. */
export function checkTemplate(text: string, allowed: readonly string[]): Fault[] {
  const template = parseTemplate(text);
  const tokens = tokensOf(template).flatMap((token) => {
    const what = faultOf(token);
    return what ? [{ line: token.line, what }] : [];
  });
  const numerals = plainTextsOf(template).flatMap(({ line, text: plain }) => {
    const numeral = typedNumeral(plain, allowed);
    return numeral ? [{ line, what: `“${numeral}”是手写的数，请换成指标，或列入固定提法` }] : [];
  });
  return [...template.faults, ...tokens, ...numerals].sort((a, b) => a.line - b.line);
}

type Out = { text: string; numbers: RenderedBlock['numbers']; claims: Claim[] };
type Spoken = { said: Said; isNumber: boolean };

class Rendering {
  readonly notes: Note[] = [];
  readonly #setting: Setting;
  /** Whether the part up to the next heading has something that speaks against a proud heading. */
  isHumble = false;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  #figure(told: Told | undefined, { subject, phrase, args }: Token): Spoken {
    const { figures, confirmed, day, publishedOn } = this.#setting;
    const isForecast = phrase === '预计';
    if (!told || (told.status !== 'value' && !(isForecast && told.status === 'no-data'))) {
      const isMissing = told === undefined || told.status === 'no-data';
      const drop = { drop: true as const };
      return {
        said: isMissing ? { ...drop, note: `${told?.name ?? subject}没有数据，这一句没有写` } : drop,
        isNumber: false,
      };
    }
    const say = PHRASES[phrase]?.say ?? (() => ({ drop: true as const }));
    return { said: say({ told, args, figures, confirmed, day, publishedOn }), isNumber: true };
  }

  #token(token: Token): Spoken {
    const { place, day, publishedOn, figures, confirmed } = this.#setting;
    const { subject, phrase, args } = token;
    if (subject === '日期')
      return { said: { text: DAY_PHRASES[phrase]?.({ day, publishedOn }) ?? '' }, isNumber: false };
    if (subject === '地区') return { said: { text: PLACE_PHRASES[phrase]?.(place) ?? '' }, isNumber: false };
    if (subject !== '标题') return this.#figure(figures.get(subject), token);
    const claim = { key: `标题：${phrase}`, words: phrase, holds: !this.isHumble, otherwise: args[0] ?? '' };
    return {
      said: { text: claim.holds && confirmed.has(claim.key) ? claim.words : claim.otherwise, claim },
      isNumber: false,
    };
  }

  /** Undefined where a figure of these nodes says nothing. */
  nodes(nodes: readonly Node[], line: number): Out | undefined {
    const out: Out = { text: '', numbers: [], claims: [] };
    for (const node of nodes) {
      if (node.kind === 'text') out.text += node.text;
      else if (node.kind === 'clause') {
        const inner = this.nodes(node.nodes, line);
        out.text += inner?.text ?? '';
        out.numbers.push(...(inner?.numbers ?? []));
        out.claims.push(...(inner?.claims ?? []));
      } else {
        const { said, isNumber } = this.#token(node);
        if (said.note) this.notes.push({ line, text: said.note });
        if ('drop' in said) return undefined;
        if (said.claim) out.claims.push(said.claim);
        out.text += said.text;
        if (isNumber) out.numbers.push({ id: node.subject, text: said.text });
      }
    }
    return out;
  }
}

/** What a clause that went leaves behind: doubled commas, one before the end, empty brackets. */
export function tidied(text: string): string {
  return text
    .replace(/（[，、；]*）/g, '')
    .replace(/（[，、；]+/g, '（')
    .replace(/[，、；]+）/g, '）')
    .replace(/[，、；]+(?=[。；])/g, '')
    .replace(/([，、；])[，、；]+/g, '$1')
    .replace(/。[，、；。]+/g, '。')
    .replace(/^[，、；。]+/, '')
    .trim();
}

/** Whether figures of a part fell, or are below their floor. */
function isHumbling(part: readonly TemplateBlock[], figures: Figures): boolean {
  return tokensOf({ blocks: part, faults: [] }).some(({ subject, phrase }) => {
    const told = figures.get(subject);
    if (told?.status !== 'value') return false;
    return isBelowFloor(told, figures) || (phrase === '增长' && Number(told.shown) < 0);
  });
}

const untilHeading = (blocks: readonly TemplateBlock[], from: number): TemplateBlock[] => {
  const next = blocks.findIndex(({ kind }, at) => at > from && kind !== 'paragraph');
  return blocks.slice(from, next < 0 ? undefined : next);
};

/** Figures below a floor of policy that the statement does not say, be it that their clause went: they cannot be left out. */
export function floorsLeftOut({ blocks }: Rendered, figures: Figures): Told[] {
  const spoken = new Set(blocks.flatMap(({ numbers }) => numbers.map(({ id }) => id)));
  return Object.keys(FLOORS).flatMap((id) => {
    const told = figures.get(id);
    return told?.status === 'value' && !spoken.has(id) && isBelowFloor(told, figures) ? [told] : [];
  });
}

/** The statement of a day. Paragraphs of which nothing is left go, and headings with nothing under them. */
export function renderStatement(template: Template, setting: Setting): Rendered {
  const rendering = new Rendering(setting);
  const claims: Claim[] = [];
  const blocks = template.blocks.flatMap((block, at): RenderedBlock[] => {
    rendering.isHumble = block.kind === 'heading' && isHumbling(untilHeading(template.blocks, at), setting.figures);
    const out = rendering.nodes(block.nodes, block.line);
    const text = tidied(out?.text ?? '');
    claims.push(...(out?.claims ?? []));
    // A paragraph that was to tell numbers and has none is only its opening.
    const isHollow = out?.numbers.length === 0 && /[，、：]$/.test(text);
    return text === '' || isHollow ? [] : [{ kind: block.kind, text, line: block.line, numbers: out?.numbers ?? [] }];
  });
  const kept = blocks.filter(({ kind }, at) => kind !== 'heading' || blocks[at + 1]?.kind === 'paragraph');
  return { blocks: kept, notes: rendering.notes, claims };
}
