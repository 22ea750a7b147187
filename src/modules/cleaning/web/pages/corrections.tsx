// 登记更正回写: what was set right here and is to be changed in the national system.

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { download } from '../../../../platform/web/downloads.ts';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { BulkAction, ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { CORRECTED_FIELDS } from '../../../households/domain/corrected-fields.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { BASES, CORRECTION_LOOKS } from '../../domain/words.ts';
import { type Correction, cleaning } from '../api.ts';
import { correctionsSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  { kind: 'choice', key: 'look', label: '回写情况', choices: choicesOf(CORRECTION_LOOKS) },
];

const shown = (value: string) => (value === '' ? '（空）' : value);

const COLUMNS: ListColumn<Correction>[] = [
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 110 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 130 },
  {
    ...{ key: 'number', title: '户编号', width: 150, always: true },
    render: ({ countyCode, householdId, householdNumber }) => (
      <Link to={householdPath({ countyCode, id: householdId })}>{shownNumber(householdNumber)}</Link>
    ),
  },
  { key: 'person', title: '成员', render: ({ personName }) => personName, width: 84, always: true },
  { key: 'personNumber', title: '人编号', render: ({ personNumber }) => shownNumber(personNumber), width: 150 },
  { key: 'field', title: '字段', render: ({ field }) => CORRECTED_FIELDS[field].title, width: 96 },
  { key: 'old', title: '原值', render: ({ oldValue }) => shown(oldValue), width: 120 },
  { key: 'new', title: '应改为', render: ({ newValue }) => shown(newValue), width: 120 },
  {
    key: 'imported',
    title: '最近导入',
    render: ({ importedValue }) => (importedValue === undefined ? '' : shown(importedValue)),
    width: 120,
  },
  { key: 'basis', title: '依据', render: ({ basis }) => BASES[basis], width: 84 },
  { key: 'made', title: '更正', render: ({ madeOn, madeBy }) => `${madeOn} ${madeBy}`, width: 170 },
  { key: 'done', title: '回写', render: ({ doneOn, doneBy }) => (doneOn ? `${doneOn} ${doneBy}` : ''), width: 170 },
  { key: 'verified', title: '证实日期', render: ({ verifiedOn }) => verifiedOn ?? '', width: 106 },
];

export function CorrectionsPage() {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const mayTick = useMay('cleaning.tick-corrections');
  async function tick(rows: Correction[], done: boolean) {
    const keys = rows.map(({ countyCode, id }) => ({ countyCode, id }));
    const { count } = await cleaning.client.tickCorrections({ requestId: newRequestId(), keys, done });
    void message.success(done ? `已勾销 ${count} 条` : `已撤回 ${count} 条`);
    await cache.invalidateQueries({ queryKey: cleaning.query.corrections.key() });
  }
  const bulk: BulkAction<Correction>[] = [
    {
      label: '已在国家系统修改',
      allowed: (rows) => rows.every(({ doneOn }) => doneOn === undefined),
      run: (rows) => tick(rows, true),
    },
    {
      label: '撤回勾销',
      allowed: (rows) => rows.every(({ doneOn, verifiedOn }) => doneOn !== undefined && verifiedOn === undefined),
      run: (rows) => tick(rows, false),
    },
  ];
  return (
    <ListPage
      id="cleaning.corrections"
      title="登记更正回写"
      unit="条"
      search={correctionsSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={cleaning.query.corrections.key()}
      fetch={({ sort: _sort, look = 'waiting', ...asked }, area, signal) =>
        cleaning.client.corrections({ look, ...asked, area }, { signal })
      }
      bulk={mayTick ? bulk : []}
      onExport={({ look }, area) =>
        download('cleaning/corrections/export', { look: look ?? 'waiting', area }, '全国系统修改清单.xlsx')
      }
      emptyHint="没有待回写的更正。疑点选“已改”并填写更正后的值，就列在这里。"
    />
  );
}
