// The chain of a household as a paper that hangs at its door or lies in its file: posts, names and units, no phones.

import { BLANK, fact, type OfficialDocument } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { LEVEL_NAMES, type RegionLevel } from '../../../kernel/region-code.ts';
import type { Post } from '../../policies/domain/duty-term-register.ts';
import { HELD_NAMES, type HeldKind, type Holder, postName } from './chain.ts';

export type PrintedChain = {
  asOf: string;
  headName: string;
  number: string;
  levels: readonly {
    name: string;
    level: RegionLevel;
    holders: readonly Holder[];
    vacant: readonly { post: Post }[];
  }[];
  near: readonly { role: string; name: string; note?: string | undefined; since?: string | undefined }[];
};

export function buildChainPaper({ asOf, headName, number, levels, near }: PrintedChain): OfficialDocument {
  return {
    title: `${headName}家庭责任链`,
    blocks: [
      { kind: 'facts', facts: [fact('户编号', number), fact('截至', dayTextWords(asOf))] },
      { kind: 'heading', text: '帮扶到户' },
      {
        kind: 'table',
        columns: [
          { title: '责任', share: 20 },
          { title: '姓名或单位', share: 24 },
          { title: '说明', share: 30 },
          { title: '开始日期', share: 16 },
        ],
        rows: near.map(({ role, name, note, since }) => [role, name, note ?? BLANK, since ?? BLANK]),
      },
      { kind: 'heading', text: '五级责任' },
      {
        kind: 'table',
        columns: [
          { title: '层级', share: 12 },
          { title: '地区', share: 18 },
          { title: '岗位', share: 18 },
          { title: '责任人', share: 16 },
          { title: '单位职务', share: 24 },
          { title: '任职日期', share: 14 },
        ],
        rows: levels.flatMap(({ name, level, holders, vacant }) => [
          ...holders.map((holder) => [
            ...[
              LEVEL_NAMES[level],
              name,
              `${postName(holder.post, level)}${holder.acting ? '（主持工作）' : ''}`,
              holder.name,
            ],
            ...[[holder.unit, holder.title].filter(Boolean).join(' ') || BLANK, holder.since],
          ]),
          ...vacant.map(({ post }) => [LEVEL_NAMES[level], name, postName(post, level), '空缺', BLANK, BLANK]),
        ]),
      },
    ],
  };
}

export type PrintedHandover = {
  asOf: string;
  name: string;
  unit?: string | undefined;
  title?: string | undefined;
  terms: readonly { post: Post; regionName: string; level: RegionLevel; since: string; until?: string | undefined }[];
  held: readonly { kind: HeldKind; subject: string; title: string; regionName: string; dueOn?: string | undefined }[];
};

/** 责任交接清单: what goes over, item by item, and who signs for it. */
export function buildHandoverPaper({ asOf, name, unit, title, terms, held }: PrintedHandover): OfficialDocument {
  return {
    title: '责任交接清单',
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact('移交人', name),
          fact('单位职务', [unit, title].filter(Boolean).join(' ')),
          fact('截至', dayTextWords(asOf)),
        ],
      },
      { kind: 'heading', text: '移交的岗位' },
      {
        kind: 'table',
        columns: [
          { title: '地区', share: 30 },
          { title: '岗位', share: 24 },
          { title: '任职日期', share: 20 },
        ],
        rows: terms
          .filter(({ until }) => until === undefined)
          .map(({ regionName, post, level, since }) => [regionName, postName(post, level), since]),
      },
      { kind: 'heading', text: '移交的事项' },
      {
        kind: 'table',
        columns: [
          { title: '类别', share: 14 },
          { title: '编号', share: 18 },
          { title: '名称或户主', share: 24 },
          { title: '地区', share: 18 },
          { title: '期限', share: 14 },
          { title: '接任人', share: 12 },
        ],
        rows: held.map(({ kind, subject, title: what, regionName, dueOn }) => [
          HELD_NAMES[kind],
          subject,
          what,
          regionName,
          dueOn ?? BLANK,
          '',
        ]),
      },
      { kind: 'signatures', lines: [{ label: '移交人' }, { label: '接任人' }, { label: '监交人' }] },
    ],
  };
}
