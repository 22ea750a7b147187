// The forms of registers §18 as official papers. Names of persons are not printed; numbers in free text come masked.

import { type Block, fact, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import type { ProblemForm } from './forms.ts';
import { centred, count, heading, left, or } from './paper-columns.ts';
import type { ProblemShown } from './shapes.ts';
import { CHECK_LEVELS, FINDINGS, KINDS, NATURES, SOURCES, stateName, VERDICTS, WAYS } from './words.ts';

function head(problem: ProblemShown): Block {
  const { number, source, reportedOn, documentNo, topic, nature, regionName, leadUnit, unit, post, kind } = problem;
  return {
    kind: 'facts',
    facts: [
      fact('问题编号', number),
      fact('问题来源', SOURCES[source]),
      fact('反馈日期', reportedOn),
      fact('反馈文号', documentNo),
      fact('问题', problem.wording, true),
      fact('问题类别', topic),
      fact('问题性质', nature && NATURES[nature]),
      fact('涉及地区', regionName),
      fact('整改类型', KINDS[kind]),
      fact('牵头单位', leadUnit),
      fact('责任单位', unit),
      fact('责任岗位', post),
      fact('整改时限', problem.rectifyBy),
      ...problem.termsBefore.map(({ day, until, isApproved }) =>
        fact('原整改时限', `${day}（${until} 变更，${isApproved ? '经上级批准' : '未见批准'}）`, true),
      ),
    ],
  };
}

const measuresTable = ({ measures }: ProblemShown, isDone: boolean): Block => ({
  kind: 'table',
  columns: [
    centred('序号', 6),
    left('整改措施', 30),
    left('责任单位', 16),
    left('量化标准', 18),
    centred('完成时限', 12),
    ...(isDone ? [centred('完成日期', 12), left('佐证', 20)] : []),
  ],
  rows: measures.map(({ no, measure, unit, standard, due, doneOn, evidence, photos, attachment }) => [
    ...[String(no), measure, unit, standard, due],
    ...(isDone
      ? [or(doneOn), [evidence, attachment, photos > 0 ? `照片 ${photos} 张` : ''].filter(Boolean).join('；')]
      : []),
  ]),
});

const checksTable = ({ checks }: ProblemShown): Block => ({
  kind: 'table',
  columns: [
    ...[
      centred('轮次', 6),
      centred('级别', 10),
      centred('日期', 12),
      centred('方式', 12),
      count('抽查数'),
      count('合格数'),
    ],
    ...[centred('结论', 8), left('意见', 30)],
  ],
  rows: checks.map(({ round, level, on, way, sampled, passed, verdict, opinion }) => [
    ...[String(round), CHECK_LEVELS[level] ?? level, on, or(way && WAYS[way]), or(sampled), or(passed)],
    ...[VERDICTS[verdict] ?? verdict, or(opinion)],
  ]),
});

const searchTable = ({ searches }: ProblemShown): Block => ({
  kind: 'table',
  columns: [
    left('排查地区', 16),
    centred('排查日期', 12),
    left('排查规则', 32),
    count('排查数'),
    count('发现数'),
    count('整改数'),
  ],
  rows: searches.map(({ regionName, on, rule, looked, found, fixed }) => [
    ...[regionName, on, rule, String(looked), String(found), String(fixed)],
  ]),
});

const sign = (...labels: string[]): Block => ({ kind: 'signatures', lines: labels.map((label) => ({ label })) });

const BUILDERS: Record<ProblemForm, (problem: ProblemShown) => Block[]> = {
  plan: (problem) => [
    head(problem),
    heading('整改措施'),
    paragraph(problem.measuresText ?? '还没有填写总体措施。'),
    measuresTable(problem, false),
    heading('认领和承诺'),
    ...problem.claims.map(({ regionName, on, finding, pledge }) =>
      paragraph(`${regionName}（${on}）：${FINDINGS[finding] ?? finding}${pledge ? `。${pledge}` : ''}`),
    ),
    sign('责任单位负责人', '牵头单位负责人', '批准机关'),
  ],
  closing: (problem) => [
    head(problem),
    heading('整改完成情况'),
    paragraph(`整改完成日期：${or(problem.rectifiedOn)}。现申请销号。`),
    measuresTable(problem, true),
    heading('举一反三'),
    searchTable(problem),
    heading('建章立制'),
    ...(problem.rules.length === 0
      ? [paragraph('没有登记。')]
      : problem.rules.map(({ name, documentNo, on }) =>
          paragraph(`《${name}》${documentNo ? `（${documentNo}）` : ''}，${on} 印发。`),
        )),
    sign('责任单位', '牵头单位', '销号机关'),
  ],
  acceptance: (problem) => [
    head(problem),
    heading('整改措施完成情况'),
    measuresTable(problem, true),
    heading('逐级验收'),
    checksTable(problem),
    sign('旗县验收人', '盟市验收人', '自治区验收人'),
  ],
  spread: (problem) => [
    head(problem),
    heading('排查情况'),
    searchTable(problem),
    heading('发现的同类问题'),
    {
      kind: 'table',
      columns: [left('问题编号', 20), left('责任单位', 20), centred('状态', 14)],
      rows: problem.links
        .filter(({ link }) => link === 'found')
        .map(({ number, unit, state }) => [number, or(unit), or(state && stateName(state))]),
    },
    sign('排查人', '审核人'),
  ],
};

/** A form of one problem. */
export function problemPaper(form: ProblemForm, title: string, problem: ProblemShown): OfficialDocument {
  return { title, blocks: BUILDERS[form](problem) };
}
