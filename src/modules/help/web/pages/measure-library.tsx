// 帮扶措施库: what is proposed against each risk, where and from when. A new library begins as a copy of one that exists.

import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { useResume } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { AGAINST_NAMES } from '../../domain/measure-library.ts';
import { MEASURE_CLASS_NAMES } from '../../domain/measures.ts';
import { type LibraryEntry, library, type MeasureLibrary } from '../library-api.ts';
import { LIBRARY_DRAFT, LibraryEditor } from '../parts/library-editor.tsx';
import { Unanswered } from '../parts/library-unanswered.tsx';
import { measureLibrarySearch } from '../searches.ts';
import '../help.css';

const COLUMNS: ListColumn<LibraryEntry>[] = [
  {
    key: 'against',
    title: '针对的风险',
    render: ({ against }) => against.map((each) => AGAINST_NAMES[each]).join('、'),
    width: 200,
  },
  { key: 'class', title: '措施类别', render: (entry) => MEASURE_CLASS_NAMES[entry.class], width: 120 },
  { key: 'content', title: '帮扶内容', render: ({ content }) => content, width: 340 },
  { key: 'unit', title: '责任单位', render: ({ unit }) => unit, width: 140 },
  { key: 'policy', title: '依据的政策', render: ({ policy }) => policy, width: 160 },
  { key: 'days', title: '完成天数', render: ({ days }) => days, width: 80, align: 'right' },
];

function nameOf({ regionName, effectiveFrom, note }: MeasureLibrary, today: string): string {
  if (effectiveFrom === undefined) return note;
  return `${regionName}，${effectiveFrom} 起执行${effectiveFrom > today ? '（待生效）' : ''}`;
}

export function MeasureLibraryPage() {
  const list = useQuery(library.query.measureLibraries.queryOptions());
  return (
    <div className="sw-page">
      <PageTitle title="帮扶措施库" note="制定一户一策时按风险提出建议。旗县的措施库优先于盟市，盟市的优先于全区。" />
      {list.isPending ? <Loading /> : null}
      {list.isLoadingError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? <Libraries all={list.data} /> : null}
    </div>
  );
}

function Libraries({ all }: { all: MeasureLibrary[] }) {
  const mayEdit = useMay('help.save-measure-library');
  const { search, change } = useAddress(measureLibrarySearch);
  const [editing, setEditing] = useState(false);
  useResume(LIBRARY_DRAFT, (record) => {
    const from = all.find(({ id }) => String(id) === record);
    if (!from || !mayEdit) return false;
    change({ id: from.id });
    setEditing(true);
    return true;
  });
  const today = dayjs().format('YYYY-MM-DD');
  const shown = all.find(({ id }) => id === search.id) ?? all[0];
  if (!shown) return null;
  if (editing) return <LibraryEditor from={shown} onClose={() => setEditing(false)} />;
  return (
    <Section
      title={`共 ${shown.measures.length} 项措施`}
      extra={
        <div className="sw-actions">
          <Select
            aria-label="措施库"
            className="sw-library-choice"
            value={shown.id}
            options={all.map((each) => ({ value: each.id, label: nameOf(each, today) }))}
            onChange={(id) => change({ id })}
          />
          {mayEdit ? (
            <Button type="primary" onClick={() => setEditing(true)}>
              复制修改
            </Button>
          ) : null}
        </div>
      }
    >
      <p className="sw-quiet">
        {shown.accountName
          ? `${shown.accountName}设定${shown.note ? `，依据：${shown.note}` : ''}。`
          : '未设定的地区执行。'}
      </p>
      <Unanswered measures={shown.measures} />
      <SmallTable
        label="措施库"
        columns={COLUMNS}
        rows={shown.measures.map((entry, i) => ({ ...entry, at: i }))}
        rowKey={({ at }) => at}
        none="没有措施"
      />
    </Section>
  );
}
