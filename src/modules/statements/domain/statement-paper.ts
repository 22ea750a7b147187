// A statement as an official paper, with the table of all its figures; answers are parts that a speaker may leave out.

import { BLANK, type Block, type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import type { Appendix } from './appendix.ts';
import { appendixBlocks } from './appendix-paper.ts';
import { ANSWER_MARK } from './default-template.ts';
import type { RenderedBlock } from './render.ts';
import { numberWords, type Told } from './told.ts';

export type StatementPaper = {
  title: string;
  number: string;
  areaName: string;
  /** ISO days. */
  asOf: string;
  publishOn: string;
  approvedOn?: string | undefined;
  speakers?: string | undefined;
  blocks: readonly RenderedBlock[];
  figures: readonly (Told & { definition: string })[];
  withAnswers: boolean;
  appendix?: Appendix | undefined;
};

const COLUMNS: Column[] = [
  { title: '指标', share: 26 },
  { title: '数值', share: 14, align: 'right' },
  { title: '口径', share: 60 },
];

/** The parts before the first answer, and those from it on. */
export function mainAndAnswers<T extends Pick<RenderedBlock, 'kind' | 'text'>>(
  blocks: readonly T[],
): { main: T[]; answers: T[] } {
  const at = blocks.findIndex(({ kind, text }) => kind === 'heading' && text.startsWith(ANSWER_MARK));
  return at < 0 ? { main: [...blocks], answers: [] } : { main: blocks.slice(0, at), answers: blocks.slice(at) };
}

const blockOf = ({ kind, text }: RenderedBlock): Block =>
  kind === 'paragraph' ? paragraph(text) : { kind: 'heading', text };

function tableOf({ figures, blocks }: StatementPaper): Block[] {
  const said = new Set(blocks.flatMap(({ numbers }) => numbers.map(({ id }) => id)));
  const rows = figures
    .filter(({ id }) => said.has(id))
    .map((figure) => [figure.name, figure.status === 'value' ? numberWords(figure) : BLANK, figure.definition]);
  return rows.length === 0
    ? []
    : [{ kind: 'page-break' }, { kind: 'heading', text: '附：数据口径' }, { kind: 'table', columns: COLUMNS, rows }];
}

export function buildStatement(paper: StatementPaper): OfficialDocument {
  const { title, number, areaName, asOf, approvedOn, publishOn, speakers, blocks, withAnswers } = paper;
  const own = blocks.find(({ kind }) => kind === 'title');
  const { main, answers } = mainAndAnswers(blocks.filter((block) => block !== own));
  return {
    title: own?.text ?? title,
    number,
    blocks: [
      ...(approvedOn ? [] : [{ kind: 'paragraph' as const, as: 'note' as const, text: '尚未审定，不得对外发布。' }]),
      ...(speakers ? [paragraph(`发布人：${speakers}`)] : []),
      ...main.map(blockOf),
      ...(withAnswers ? answers.map(blockOf) : []),
      { kind: 'closing', issuer: areaName, day: dayTextWords(publishOn) },
      ...(paper.appendix ? appendixBlocks(paper.appendix) : []),
      ...tableOf(paper),
      { kind: 'paragraph', as: 'note', text: `数据时点：${dayTextWords(asOf)}。` },
    ],
  };
}
