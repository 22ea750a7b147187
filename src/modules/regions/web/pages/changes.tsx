// 区划变更: what was merged, split, renamed or got another code, and making such a change.

import { Button } from 'antd';
import { useState } from 'react';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatDay, formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { CHANGE_NAMES } from '../../domain/region-change.ts';
import { regions } from '../api.ts';
import { ChangeDrawer } from '../parts/change-drawer.tsx';
import { countsWords } from '../parts/counts-words.ts';
import { changesSearch } from '../searches.ts';
import type { RecordedChange } from '../types.ts';

const COLUMNS: ListColumn<RecordedChange>[] = [
  { key: 'kind', title: '变更类型', render: ({ kind }) => CHANGE_NAMES[kind], width: 100, always: true },
  { key: 'old', title: '原区划', render: ({ oldName, oldCode }) => `${oldName} ${oldCode}`, width: 220, always: true },
  { key: 'new', title: '新区划', render: ({ newName, newCode }) => `${newName} ${newCode}`, width: 220 },
  { key: 'effectiveOn', title: '生效日期', render: ({ effectiveOn }) => formatDay(effectiveOn), width: 110 },
  { key: 'document', title: '文件依据', render: ({ document }) => document, width: 200 },
  { key: 'counts', title: '转入新代码', render: ({ counts }) => countsWords(counts) || UNKNOWN, width: 260 },
  { key: 'at', title: '办理', render: ({ accountName, at }) => `${accountName} ${formatInstant(at)}`, width: 200 },
];

export function ChangesPage() {
  const mayChange = useMay('regions.apply-changes');
  const [open, setOpen] = useState(false);
  return (
    <>
      <ListPage
        id="regions.changes"
        title="区划变更"
        unit="次"
        search={changesSearch}
        filters={[]}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        queryKey={regions.query.changes.key()}
        fetch={(search, area, signal) => regions.client.changes({ ...search, area }, { signal })}
        actions={
          mayChange ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              办理变更
            </Button>
          ) : null
        }
      />
      {open ? <ChangeDrawer onClose={() => setOpen(false)} /> : null}
    </>
  );
}
