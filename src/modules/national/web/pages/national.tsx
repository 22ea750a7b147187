// 国家系统回写清单: what has to be entered or changed in the national system by hand, ticked off when it is done.

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { NATIONAL_FIELD_NAMES, NATIONAL_FIELDS } from '../../domain/national-changes.ts';
import type { NationalItem } from '../api.ts';
import { national } from '../api.ts';
import { CompareDrawer, NEW_COMPARISON } from '../parts/compare-drawer.tsx';
import { type NationalSearch, nationalSearch } from '../searches.ts';
import '../national.css';

const FILTERS: ListFilter[] = [
  {
    kind: 'choice',
    key: 'state',
    label: '回写情况',
    choices: [
      { value: 'waiting', label: '待回写' },
      { value: 'done', label: '已回写' },
      { value: 'all', label: '全部' },
    ],
  },
  {
    kind: 'choice',
    key: 'field',
    label: '字段',
    choices: NATIONAL_FIELDS.map((value) => ({ value, label: NATIONAL_FIELD_NAMES[value] })),
  },
  { kind: 'text', key: 'text', label: '户主、户编号', placeholder: '户主姓名或完整户编号' },
];

const COLUMNS: ListColumn<NationalItem>[] = [
  {
    key: 'number',
    title: '户编号',
    width: 130,
    always: true,
    render: ({ countyCode, householdId, householdNumber }) => (
      <Link to={householdPath({ countyCode, id: householdId })}>{shownNumber(householdNumber)}</Link>
    ),
  },
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 80, always: true },
  { key: 'field', title: '字段', render: ({ field }) => NATIONAL_FIELD_NAMES[field], width: 130, always: true },
  { key: 'old', title: '原值', render: ({ oldValue }) => oldValue || '（空）', width: 120 },
  {
    key: 'new',
    title: '应改为',
    render: ({ newValue }) => <strong>{newValue || '（空）'}</strong>,
    width: 140,
    always: true,
  },
  { key: 'arises', title: '产生日期', render: ({ arisesOn }) => arisesOn, width: 104 },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 110 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 130 },
  {
    key: 'done',
    title: '回写',
    render: ({ doneOn, doneBy }) => (doneOn ? `${doneOn} ${doneBy}` : UNKNOWN),
    width: 150,
  },
];

function inputOf({ state, field, text }: NationalSearch, area: number) {
  return { state: state ?? ('waiting' as const), field, text, area };
}

export function NationalPage() {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const mayTick = useMay('national.tick');
  const maySeeComparisons = useMay('national.export-comparisons');
  const { search, change } = useAddress(nationalSearch);
  const refresh = () => cache.invalidateQueries({ queryKey: national.query.nationalChanges.key() });

  async function tick(rows: NationalItem[], done: boolean) {
    try {
      const changes = rows.map(({ countyCode, id }) => ({ countyCode, id }));
      const { count } = await national.client.tickNational({ requestId: newRequestId(), changes, done });
      void message.success(done ? `已标记 ${count} 条为已回写` : `已撤销 ${count} 条的回写标记`);
      await refresh();
    } catch (error) {
      void message.error(failureOf(error).message);
      throw error;
    }
  }

  return (
    <>
      <ListPage
        id="national.changes"
        title="国家系统回写清单"
        unit="条"
        search={nationalSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={national.query.nationalChanges.key()}
        fetch={({ cursor, ...search }, area, signal) =>
          national.client.nationalChanges({ ...inputOf(search, area), cursor }, { signal })
        }
        rowTone={({ doneOn }) => (doneOn ? 'quiet' : undefined)}
        actions={
          maySeeComparisons ? (
            <Button onClick={() => change({ comparison: NEW_COMPARISON })}>与国家系统导出比对</Button>
          ) : undefined
        }
        bulk={
          mayTick
            ? [
                {
                  label: '标记为已回写',
                  allowed: (rows) => rows.every(({ doneOn }) => doneOn === undefined),
                  run: (rows) => tick(rows, true),
                },
                {
                  label: '撤销回写标记',
                  allowed: (rows) => rows.every(({ doneOn }) => doneOn !== undefined),
                  run: (rows) => tick(rows, false),
                },
              ]
            : []
        }
        onExport={({ cursor: _cursor, ...search }, area) =>
          download('national/export', inputOf(search, area), '国家系统回写清单.xlsx')
        }
        emptyHint="审定、消除、调整帮扶责任人后，需要在国家系统中修改的内容会列在这里。"
      />
      {search.comparison === undefined ? null : (
        <CompareDrawer
          id={search.comparison}
          onOpen={(comparison) => change({ comparison })}
          onClose={() => change({ comparison: undefined })}
          onDone={() => void refresh()}
        />
      )}
    </>
  );
}
