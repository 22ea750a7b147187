// Forms of a page as files: which form, and as workbook or Word.

import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useShowFailure } from '../confirm.ts';
import { download } from '../downloads.ts';
import { useMay } from '../viewer.tsx';

const FORMATS = { xlsx: 'Excel', docx: 'Word' } as const;

type FormsMenuProps = {
  /** What whoever may use it is asked. */
  operation: string;
  /** Below `/api`, without the form's key. */
  path: string;
  names: Readonly<Record<string, string>>;
  query: Record<string, string | number | undefined>;
  /** Of some there are workbooks only: then no format is asked. */
  formats?: readonly (keyof typeof FORMATS)[];
};

export function FormsMenu({ operation, path, names, query, formats = ['xlsx', 'docx'] }: FormsMenuProps) {
  const showFailure = useShowFailure();
  if (!useMay(operation)) return null;
  const [only] = formats.length === 1 ? formats : [];
  const items = Object.entries(names).map(([key, label]) =>
    only
      ? { key: `${key}.${only}`, label }
      : { key, label, children: formats.map((format) => ({ key: `${key}.${format}`, label: FORMATS[format] })) },
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const [form = '', format = 'xlsx'] = key.split('.');
          const asked = only ? query : { ...query, format };
          void download(`${path}/${form}`, asked, `${names[form]}.${format}`).catch(showFailure);
        },
      }}
    >
      <Button icon={<DownloadOutlined />}>导出表册</Button>
    </Dropdown>
  );
}
