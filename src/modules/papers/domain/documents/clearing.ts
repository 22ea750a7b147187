// 风险消除表: both surveys side by side, the conditions as facts, how the risk went, and the opinions of the levels.

import { BLANK, type Block, fact, type OfficialDocument } from '../../../../kernel/papers/model.ts';
import { dayTextWords, dayWords } from '../../../../kernel/papers/wording.ts';
import { CLEARING_MODE_NAMES } from '../../../cases/domain/words.ts';
import { type CaseView, drawnOf, lastOn, onPaper } from './case-view.ts';
import { categoryFact, householdFacts, images, numbered, paragraphsOf, surveyLines } from './household-parts.ts';

function sideBySide({ standing }: CaseView): Block {
  const { identification, clearing } = standing.surveys;
  const before = identification ? surveyLines(identification) : [];
  const after = clearing ? surveyLines(clearing) : [];
  return {
    kind: 'table',
    columns: [
      { title: '项目', share: 34 },
      { title: '识别时', share: 33 },
      { title: '消除时', share: 33 },
    ],
    rows: (after.length > 0 ? after : before).map(({ label }, i) => [
      label,
      before[i]?.value ?? BLANK,
      after[i]?.value ?? BLANK,
    ]),
  };
}

function conditionsTable({ conditions }: CaseView): Block[] {
  if (conditions.length === 0) return [];
  return [
    { kind: 'heading', text: '消除条件' },
    {
      kind: 'table',
      columns: [
        { title: '条件', share: 40 },
        { title: '是否具备', share: 14, align: 'center' },
        { title: '情况', share: 46 },
      ],
      rows: conditions.map(({ label, met, fact: words }) => [label, met ? '具备' : '不具备', words]),
    },
  ];
}

/** What each level said, in the order of the steps. */
function opinions(view: CaseView): Block {
  const review = lastOn(view, 'review', 'clearing');
  const township = lastOn(view, 'pass-township', 'clearing');
  const county = lastOn(view, 'clear', 'clearing');
  const said = (on: number | undefined, words: string | undefined) =>
    on === undefined || words === undefined ? BLANK : `${words}（${dayWords(on)}）`;
  return {
    kind: 'facts',
    facts: [
      fact('嘎查村评议', said(review?.on, review && (review.detail.passed ? '评议通过' : '评议未通过')), true),
      fact('苏木乡镇审核', said(township?.on, township?.detail.opinion), true),
      fact('旗县审定', said(county?.on, county?.detail.opinion), true),
    ],
  };
}

export function buildClearing(view: CaseView): OfficialDocument {
  const start = lastOn(view, 'start-clearing', 'clearing')?.detail;
  const verify = lastOn(view, 'verify', 'clearing')?.detail;
  if (!start || !verify) throw new Error('a clearing form needs the second verification');
  const mode = lastOn(view, 'clear', 'clearing')?.detail.mode ?? start.mode;
  return {
    title: '监测对象风险消除表',
    blocks: numbered([
      householdFacts(view, [
        categoryFact(view),
        fact('消除方式', CLEARING_MODE_NAMES[mode]),
        fact('核实日期', dayTextWords(verify.visitedOn)),
        fact('入户人员', verify.visitors.join('、')),
        fact('签字人', verify.signedBy),
        fact('核实结果', verify.confirmed ? '风险已消除' : '风险未消除'),
        fact('消除理由', start.reason, true),
      ]),
      { kind: 'heading', text: '识别时与消除时对照' },
      sideBySide(view),
      ...conditionsTable(view),
      { kind: 'heading', text: '核实结论' },
      ...paragraphsOf(verify.finding),
      { kind: 'heading', text: '审核意见' },
      opinions(view),
      {
        kind: 'signatures',
        lines: [
          ...verify.visitors.map(() => ({ label: '入户人员（签字）' })),
          { label: '户主（签字）', fileId: drawnOf(view, verify.authorisation) },
        ],
      },
      { kind: 'closing', day: dayTextWords(verify.visitedOn) },
      ...images('入户照片', verify.photos),
      ...images('签名或纸质授权书照片', onPaper(view, verify.authorisation)),
    ]),
  };
}
