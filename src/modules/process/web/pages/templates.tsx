// 流程模板: which steps and days are in force where, and from when. A new one begins as a copy of one that exists.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { type DatedState, stateOf } from '../../../../kernel/dated/dated-settings.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { TemplateItem } from '../api.ts';
import { processApi } from '../api.ts';
import { termWords } from '../parts/term-words.ts';

type InForce = DatedState | 'default';

function inForce(
  { regionCode = 0, effectiveFrom }: TemplateItem,
  all: readonly TemplateItem[],
  today: string,
): InForce {
  if (effectiveFrom === undefined) return 'default';
  const dated = all.flatMap((each) =>
    each.effectiveFrom === undefined ? [] : [{ regionCode: each.regionCode ?? 0, effectiveFrom: each.effectiveFrom }],
  );
  return stateOf({ regionCode, effectiveFrom }, dated, today);
}

const WORDS: Record<InForce, string> = {
  now: '执行中',
  later: '待生效',
  over: '已被替代',
  default: '未设定时执行',
};

function columnsOf(all: readonly TemplateItem[], mayEdit: boolean): ListColumn<TemplateItem>[] {
  const today = dayjs().format('YYYY-MM-DD');
  return [
    { key: 'region', title: '适用地区', render: ({ regionName }) => regionName || '全区', width: 140 },
    { key: 'name', title: '模板名称', render: ({ name }) => name, width: 220 },
    { key: 'from', title: '生效日期', render: ({ effectiveFrom }) => effectiveFrom ?? UNKNOWN, width: 110 },
    {
      key: 'state',
      title: '执行情况',
      width: 120,
      render: (item) => {
        const state = inForce(item, all, today);
        return (
          <StateTag tone={state === 'now' ? 'green' : state === 'later' ? 'yellow' : 'plain'}>{WORDS[state]}</StateTag>
        );
      },
    },
    {
      key: 'identification',
      title: '识别总期限',
      width: 120,
      render: ({ definition }) => termWords(definition.identification.total),
    },
    {
      key: 'clearing',
      title: '消除总期限',
      width: 120,
      render: ({ definition }) => termWords(definition.clearing.total),
    },
    { key: 'account', title: '设定人', render: ({ accountName }) => accountName || UNKNOWN, width: 110 },
    {
      key: 'deed',
      title: '操作',
      width: 130,
      render: ({ id }) => (
        <Link to="/process/templates/edit" search={(old: object) => ({ ...old, from: id })}>
          {mayEdit ? '查看、复制修改' : '查看'}
        </Link>
      ),
    },
  ];
}

export function TemplatesPage() {
  const mayEdit = useMay('process.save-template');
  const list = useQuery(processApi.query.templates.queryOptions());
  return (
    <div className="sw-page">
      <PageTitle title="流程模板" note="旗县的模板优先于盟市，盟市的优先于全区；已立案的个案仍按立案时的模板办理。" />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess ? (
        <SmallTable
          label="流程模板"
          columns={columnsOf(list.data, mayEdit)}
          rows={list.data}
          rowKey={({ id }) => id}
          none="还没有流程模板"
        />
      ) : null}
    </div>
  );
}
