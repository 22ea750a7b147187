// A case at a glance: the household, which category the facts suggest and why, notices with objections, the comparison.

import { Link } from '@tanstack/react-router';
import { departmentName } from '../../../../kernel/departments.ts';
import { type Fact, Facts, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatDay, formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { CHANNEL_NAMES } from '../../../clues/domain/words.ts';
import { householdPath } from '../../../households/domain/addresses.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { DANGER_NAMES, NOTICE_LEVEL_NAMES } from '../../../process/domain/words.ts';
import { casePath } from '../../domain/addresses.ts';
import { categoryWords } from '../../domain/category.ts';
import { CATEGORY_NAMES } from '../../domain/words.ts';
import type { CaseDetail } from '../types.ts';
import { CasePart } from './case-part.tsx';
import { CluesOfCase } from './clues-of-case.tsx';
import { risksText } from './words.tsx';

/** A name that no account at work there bears is marked. */
function responsibleWords({ responsible, responsibleKnown }: CaseDetail): string {
  if (responsible === '') return '尚未确定';
  return responsibleKnown ? responsible : `${responsible}（未关联账号）`;
}

export function CaseBasics({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <CluesOfCase detail={detail} />
      <Household detail={detail} />
      <Suggestion detail={detail} />
      <Comparison detail={detail} />
      <Notices detail={detail} />
    </>
  );
}

function lineText({ lineYuan }: CaseDetail): string {
  return lineYuan === undefined ? '本旗县未设定' : `${formatMoney(Math.round(lineYuan * 100))} 元/人·年`;
}

function Household({ detail }: { detail: CaseDetail }) {
  const mayOpen = useMay('households.get');
  const { countyCode, householdId, householdNumber, previousId, category, danger } = detail;
  const number = shownNumber(householdNumber);
  const facts: Fact[] = [
    { label: '所在地', value: detail.areaNames.join(' / '), wide: true },
    {
      label: '户编号',
      value: mayOpen ? <Link to={householdPath({ countyCode, id: householdId })}>{number}</Link> : number,
    },
    { label: '家庭人口', value: `${detail.memberCount} 人` },
    { label: '户类型', value: detail.lifted ? '脱贫户' : '一般农户' },
    { label: '发现渠道', value: CHANNEL_NAMES[detail.channel] },
    { label: '监测对象类别', value: category ? CATEGORY_NAMES[category] : '尚未审定' },
    { label: '监测范围', value: lineText(detail), basis: detail.category ? '审定当日执行的标准' : '今天执行的标准' },
    { label: '风险等级', value: danger ? DANGER_NAMES[danger] : UNKNOWN },
    { label: '风险类型', value: risksText(detail.risks) },
    { label: '帮扶责任人', value: responsibleWords(detail) },
    { label: '审定日期', value: formatDay(detail.decidedOn) },
    ...(detail.clearedOn ? [{ label: '风险消除日期', value: formatDay(detail.clearedOn) }] : []),
    ...(detail.nextLookBackOn ? [{ label: '下次回头看', value: formatDay(detail.nextLookBackOn) }] : []),
    ...(detail.appealUntil ? [{ label: '申请复核截止', value: formatDay(detail.appealUntil) }] : []),
    ...(previousId
      ? [{ label: '此前个案', value: <Link to={casePath({ countyCode, id: previousId })}>查看回退前的个案</Link> }]
      : []),
  ];
  return <Facts facts={facts} />;
}

function Suggestion({ detail: { suggestion } }: { detail: CaseDetail }) {
  if (!suggestion) return null;
  return (
    <CasePart title="类别建议">
      <p>
        按核实情况，建议为 <strong>{categoryWords(suggestion.category)}</strong>。由旗县审定。
      </p>
      <ul className="sw-reasons">
        {suggestion.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </CasePart>
  );
}

type Reply = { department: string; hits: string[]; note: string; answered: boolean };

const REPLY_COLUMNS: ListColumn<Reply>[] = [
  { key: 'department', title: '部门', render: ({ department }) => departmentName(department), width: 90 },
  {
    key: 'hits',
    title: '命中情形',
    render: ({ answered, hits }) => (answered ? hits.join('、') || '没有命中' : '等待回复'),
    width: 220,
  },
  { key: 'note', title: '比对情况', render: ({ note }) => note || UNKNOWN },
];

function Comparison({ detail }: { detail: CaseDetail }) {
  if (detail.requested.length === 0) return null;
  const rows = detail.requested.map((department): Reply => {
    const reply = detail.replies.find((each) => each.department === department);
    return { department, hits: reply?.hits ?? [], note: reply?.note ?? '', answered: reply !== undefined };
  });
  return (
    <CasePart title="信息比对">
      <SmallTable
        label="信息比对"
        columns={REPLY_COLUMNS}
        rows={rows}
        rowKey={({ department }) => department}
        none="没有发起比对"
      />
    </CasePart>
  );
}

type Notice = CaseDetail['notices'][number];
type Objection = CaseDetail['objections'][number];

const NOTICE_COLUMNS: ListColumn<Notice>[] = [
  { key: 'level', title: '层级', render: ({ level }) => NOTICE_LEVEL_NAMES[level], width: 100 },
  { key: 'from', title: '开始', render: ({ from }) => from, width: 110 },
  { key: 'until', title: '期满', render: ({ endsOn }) => endsOn },
];

const OBJECTION_COLUMNS: ListColumn<Objection>[] = [
  { key: 'on', title: '日期', render: ({ on }) => on, width: 110 },
  { key: 'by', title: '反映人', render: ({ by }) => by || '匿名', width: 90 },
  { key: 'content', title: '异议内容', render: ({ content }) => content },
  {
    key: 'result',
    title: '处理结果',
    render: ({ result }) => result ?? <StateTag tone="orange">待处理</StateTag>,
  },
];

function Notices({ detail: { notices, objections } }: { detail: CaseDetail }) {
  if (notices.length === 0) return null;
  return (
    <CasePart title="公示">
      <SmallTable
        label="公示"
        columns={NOTICE_COLUMNS}
        rows={notices}
        rowKey={({ level }) => level}
        none="还没有公示"
      />
      {objections.length > 0 ? (
        <SmallTable
          label="异议"
          columns={OBJECTION_COLUMNS}
          rows={objections}
          rowKey={({ on, content }) => `${on}${content}`}
          none="没有异议"
        />
      ) : null}
    </CasePart>
  );
}
