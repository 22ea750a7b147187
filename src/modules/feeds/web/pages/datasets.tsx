// 数据说明: what a department may hand in, and how its file must look. One dataset opens beside the list.

import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Facts } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useDatasets } from '../parts/datasets-query.ts';
import { saveTemplate } from '../parts/template.ts';
import { datasetsSearch } from '../searches.ts';
import type { Dataset } from '../types.ts';

function requiredTitles({ columns }: Dataset): string {
  return columns
    .filter(({ required }) => required)
    .map(({ title }) => title)
    .join('、');
}

const COLUMNS: ListColumn<Dataset>[] = [
  { key: 'title', title: '数据种类', render: ({ title }) => title, width: 180 },
  { key: 'department', title: '提供部门', render: ({ departmentTitle }) => departmentTitle, width: 96 },
  {
    ...{ key: 'subject', title: '记录对象', width: 84 },
    render: ({ subject }) => (subject === 'person' ? '个人' : '嘎查村'),
  },
  { key: 'purpose', title: '用途', render: ({ purpose }) => purpose, width: 270 },
  { key: 'required', title: '必须有的列', render: requiredTitles, width: 380 },
  { key: 'count', title: '列数', render: ({ columns }) => formatCount(columns.length), width: 64, align: 'right' },
];

export function DatasetsPage() {
  const query = useDatasets();
  const { search, change } = useAddress(datasetsSearch);
  if (query.isPending) return <Loading />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const open = query.data.find(({ code }) => code === search.dataset);
  return (
    <div className="sw-page">
      <PageTitle title="数据说明" note="CSV（UTF-8 或 GB18030）或 XLSX；列的先后不限，不认识的列忽略" />
      <SmallTable
        label="数据种类"
        columns={COLUMNS}
        rows={query.data}
        rowKey={({ code }) => code}
        onOpen={({ code }) => change({ dataset: code }, 'replace')}
        none="本账号的部门没有需要提供的数据"
      />
      {open ? <DatasetDrawer dataset={open} onClose={() => change({ dataset: undefined }, 'replace')} /> : null}
    </div>
  );
}

type Column = Dataset['columns'][number];

const COLUMN_COLUMNS: ListColumn<Column>[] = [
  { key: 'title', title: '列', render: ({ title }) => title, width: 120 },
  { key: 'required', title: '必须有', render: ({ required }) => (required ? '是' : '否'), width: 70 },
  { key: 'form', title: '格式', render: ({ form }) => form, width: 240 },
  { key: 'synonyms', title: '也认的列名', render: ({ synonyms }) => synonyms.join('、') || '无', width: 260 },
];

function DatasetDrawer({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const { title, departmentTitle, purpose, columns, exampleHeader } = dataset;
  return (
    <Drawer
      open
      size={780}
      title={title}
      onClose={onClose}
      extra={
        <Button icon={<DownloadOutlined />} onClick={() => saveTemplate(title, exampleHeader)}>
          下载表头模板
        </Button>
      }
    >
      <section className="sw-part">
        <Facts
          facts={[
            { label: '提供部门', value: departmentTitle },
            { label: '用途', value: purpose },
          ]}
        />
      </section>
      <section className="sw-part">
        <SmallTable
          label={`${title}的列`}
          columns={COLUMN_COLUMNS}
          rows={columns}
          rowKey={({ title: name }) => name}
          none="没有列"
        />
      </section>
    </Drawer>
  );
}
