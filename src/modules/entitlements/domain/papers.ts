// Papers about whom a clause is for: the households that lack it, and a sheet for one household with what to bring where.

import { BLANK, fact, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { HOUSEHOLD_FACTS, type HouseholdFact } from './household-facts.ts';
import { type ClauseLook, LOOK_NAMES } from './looks.ts';

type Clause = { documentTitle: string; clauseNo: string; gist: string; rules: readonly string[] };
type Line = {
  number: string;
  headName: string;
  townshipName: string;
  villageName: string;
  members: number;
  facts: readonly string[];
};

export const factWords = (facts: readonly string[]) =>
  facts.map((name) => HOUSEHOLD_FACTS[name as HouseholdFact] ?? name).join('、');

/** 应享未享核查表, `asOf` an ISO day. */
export function buildMissingPaper(
  look: ClauseLook,
  asOf: string,
  clause: Clause,
  lines: readonly Line[],
): OfficialDocument {
  return {
    title: `${look === 'missing' ? '应享未享核查表' : `政策落实清单（${LOOK_NAMES[look]}）`}`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact('文件', clause.documentTitle, true),
          fact('条款', `${clause.clauseNo} ${clause.gist}`, true),
          fact('适用对象', clause.rules.join('；或者'), true),
          fact('截至', dayTextWords(asOf)),
          fact('户数', lines.length),
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '苏木乡镇', share: 12 },
          { title: '嘎查村', share: 12 },
          { title: '户编号', share: 14 },
          { title: '户主', share: 9 },
          { title: '人口', share: 6, align: 'right', number: true },
          { title: '适用情形', share: 25 },
          { title: '未享受原因', share: 14 },
          { title: '核查人', share: 8 },
        ],
        rows: lines.map(({ townshipName, villageName, number, headName, members, facts }) => [
          ...[townshipName, villageName, number, headName, String(members)],
          ...[factWords(facts), '', ''],
        ]),
      },
    ],
  };
}

type Applying = {
  documentTitle: string;
  clauseNo: string;
  gist: string;
  receivedOn?: string | undefined;
  bring?: string | undefined;
  counter?: string | undefined;
  office?: string | undefined;
};

/** 政策明白卡: for the household itself. */
export function buildHouseholdSheet(
  { headName, number, asOf }: { headName: string; number: string; asOf: string },
  clauses: readonly Applying[],
): OfficialDocument {
  return {
    title: `${headName}家庭政策明白卡`,
    blocks: [
      { kind: 'facts', facts: [fact('户编号', number), fact('截至', dayTextWords(asOf))] },
      ...(clauses.length === 0 ? [paragraph('现在没有登记适用于该户的政策条款。')] : []),
      {
        kind: 'table',
        columns: [
          { title: '政策', share: 34 },
          { title: '带什么', share: 24 },
          { title: '到哪里、找谁', share: 24 },
          { title: '享受情况', share: 14 },
        ],
        rows: clauses.map(({ documentTitle, clauseNo, gist, bring, counter, office, receivedOn }) => [
          `${gist}（${documentTitle} ${clauseNo}）`,
          bring ?? BLANK,
          [counter, office].filter(Boolean).join('，') || BLANK,
          receivedOn ? `${receivedOn} 已享受` : '尚未享受',
        ]),
      },
    ],
  };
}
