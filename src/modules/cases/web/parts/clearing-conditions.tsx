// What has to be so before the risk of a household may be marked as cleared, each with the fact it was judged by.

import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import type { CaseDetail } from '../types.ts';

type Condition = CaseDetail['conditions'][number];

const COLUMNS: ListColumn<Condition>[] = [
  {
    key: 'met',
    title: '是否具备',
    width: 100,
    render: ({ met }) => <StateTag tone={met ? 'green' : 'red'}>{met ? '具备' : '不具备'}</StateTag>,
  },
  {
    key: 'label',
    title: '条件和依据',
    // Under each other, so that on a phone the fact is seen without moving the table.
    render: ({ label, fact }) => (
      <div className="sw-condition">
        <div>{label}</div>
        <div className="sw-quiet">{fact}</div>
      </div>
    ),
  },
];

export function ClearingConditions({ conditions }: { conditions: Condition[] }) {
  const unmet = conditions.filter(({ met }) => !met).length;
  return (
    <>
      <p className="sw-quiet sw-lead">
        {unmet === 0 ? '各项条件均已具备，可以办理风险消除。' : `还有 ${unmet} 项条件不具备，暂不能标注风险消除。`}
      </p>
      <SmallTable
        label="风险消除条件"
        columns={COLUMNS}
        rows={conditions}
        rowKey={({ key }) => key}
        none="当前环节不需要对照消除条件"
      />
    </>
  );
}
