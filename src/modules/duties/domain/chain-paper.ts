// The chain of a household as a paper that hangs at its door or lies in its file: posts, names and units, no phones.

import { BLANK, fact, type OfficialDocument } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { LEVEL_NAMES, type RegionLevel } from '../../../kernel/region-code.ts';
import type { Post } from '../../policies/domain/duty-term-register.ts';
import { type Holder, postName } from './chain.ts';

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
