// The forms of registers §18: of one problem, and of an area.

import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { download } from '../../../../platform/web/downloads.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { FORM_NAMES, FORMS, LEDGER_FORMS, LEDGER_NAMES, type ProblemForm } from '../../domain/forms.ts';

const FILES = [
  { format: 'xlsx', name: 'Excel' },
  { format: 'docx', name: 'Word' },
] as const;

export function LedgerMenu({ area }: { area: number }) {
  const showFailure = useShowFailure();
  if (!useMay('rectification.ledger')) return null;
  const items = LEDGER_FORMS.flatMap((form) =>
    FILES.map(({ format, name }) => ({ key: `${form} ${format}`, label: `${LEDGER_NAMES[form]} ${name}` })),
  );
  const take = (key: string) => {
    const [form = 'lists', format = 'xlsx'] = key.split(' ');
    return download(`rectification/ledgers/${form}`, { area, format }, `问题整改.${format}`).catch(showFailure);
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void take(key) }}>
      <Button icon={<DownloadOutlined />}>台账和报告</Button>
    </Dropdown>
  );
}

type Line = { form: ProblemForm; number: string };

const COLUMNS: ListColumn<Line>[] = [
  { key: 'form', title: '表', render: ({ form }) => FORM_NAMES[form], width: 160 },
  {
    ...{ key: 'take', title: '取出', width: 340 },
    render: ({ form, number }) => (
      <DocumentActions
        address={{
          path: `rectification/papers/${form}`,
          query: { number },
          name: `${FORM_NAMES[form]} ${number}`,
          sheet: true,
        }}
      />
    ),
  },
];

export function ProblemPapers({ number }: { number: string }) {
  return (
    <SmallTable
      label="表格"
      columns={COLUMNS}
      rows={FORMS.map((form) => ({ form, number }))}
      rowKey={({ form }) => form}
      none="没有表格。"
    />
  );
}
