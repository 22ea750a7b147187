// The measures of a plan with what came of them, and what may be done to each.

import { Deadline } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant, formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { DEMAND_NAMES, MEASURE_CLASS_NAMES } from '../../domain/measures.ts';
import type { CasePlan, MeasureItem } from '../api.ts';
import { HelpPhotos, MeasureStateTag } from './help-words.tsx';

export const DEEDS = ['result', 'change', 'cancel'] as const;
export type Deed = (typeof DEEDS)[number];

type MeasureListProps = { caseKey: CaseKey; plan: CasePlan; onDo: (deed: Deed, measure: MeasureItem) => void };

export function MeasureList({ caseKey, plan, onDo }: MeasureListProps) {
  const mayWrite = useMay('help.finish-measure');
  const columns: ListColumn<MeasureItem>[] = [
    { key: 'class', title: '措施类别', render: (row) => MEASURE_CLASS_NAMES[row.class], width: 116 },
    { key: 'content', title: '帮扶内容与结果', render: (row) => <Content caseKey={caseKey} row={row} />, width: 300 },
    { key: 'answers', title: '针对', render: ({ answers }) => (answers ? DEMAND_NAMES[answers] : UNKNOWN), width: 100 },
    {
      key: 'unit',
      title: '责任单位、责任人',
      render: ({ unit, person }) => (
        <>
          {unit}
          {person ? <div className="sw-quiet">{person}</div> : null}
        </>
      ),
      width: 132,
    },
    {
      key: 'due',
      title: '起止日期',
      render: ({ plannedFrom, dueOn, daysLeft }) => (
        <>
          <div className="sw-nowrap">{plannedFrom} 至</div>
          <div className="sw-nowrap">
            {dueOn} {daysLeft === undefined ? null : <Deadline daysLeft={daysLeft} date={dueOn} />}
          </div>
        </>
      ),
      width: 164,
    },
    { key: 'money', title: '资金（元）', render: ({ moneyFen }) => formatMoney(moneyFen), width: 96, align: 'right' },
    { key: 'state', title: '状态', render: ({ state }) => <MeasureStateTag state={state} />, width: 76 },
    ...(mayWrite
      ? [
          {
            key: 'deeds',
            title: '操作',
            render: (row: MeasureItem) => <Deeds row={row} open={plan.open} onDo={onDo} />,
            width: 152,
          },
        ]
      : []),
  ];
  return (
    <div className="sw-measures">
      <SmallTable
        label="帮扶措施"
        columns={columns}
        rows={plan.items}
        rowKey={({ id }) => id}
        none={plan.open ? '计划中还没有措施' : '没有登记过帮扶措施'}
      />
    </div>
  );
}

function Content({ caseKey, row }: { caseKey: CaseKey; row: MeasureItem }) {
  const { content, policy, result, resultOn, cancelledFor, former, files } = row;
  return (
    <div className="sw-measure-content">
      <div>{content}</div>
      {policy ? <div className="sw-quiet">依据：{policy}</div> : null}
      {result ? (
        <div>
          {resultOn} 落实：{result}
        </div>
      ) : null}
      {cancelledFor ? <div className="sw-quiet">取消原因：{cancelledFor}</div> : null}
      {former.map(({ content: old, by, at }) => (
        <div key={at} className="sw-quiet">
          {formatInstant(at).slice(0, 10)} {by}修改，原内容：{old}
        </div>
      ))}
      <HelpPhotos caseKey={caseKey} files={files} />
    </div>
  );
}

type DeedsProps = { row: MeasureItem; open: boolean; onDo: MeasureListProps['onDo'] };

function Deeds({ row, open, onDo }: DeedsProps) {
  if (row.state === 'done' || row.state === 'cancelled') return null;
  const deed = (name: Deed, label: string) => (
    <button type="button" className="sw-link" onClick={() => onDo(name, row)}>
      {label}
    </button>
  );
  return (
    <div className="sw-row-deeds">
      {deed('result', '登记结果')}
      {open ? deed('change', '修改') : null}
      {deed('cancel', '取消')}
    </div>
  );
}
