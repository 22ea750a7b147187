// Forms of a page as files: which form, and as workbook or Word.

import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useShowFailure } from '../confirm.ts';
import { download } from '../downloads.ts';
import { useMay } from '../viewer.tsx';

type FormsMenuProps = {
  /** What whoever may use it is asked. */
  operation: string;
  /** Below `/api`, without the form's key. */
  path: string;
  names: Readonly<Record<string, string>>;
  query: Record<string, string | number | undefined>;
};

const FORMATS = [
  ['xlsx', 'Excel'],
  ['docx', 'Word'],
] as const;

export function FormsMenu({ operation, path, names, query }: FormsMenuProps) {
  const showFailure = useShowFailure();
  if (!useMay(operation)) return null;
  const items = Object.entries(names).map(([key, label]) => ({
    ...{ key, label },
    children: FORMATS.map(([format, word]) => ({ key: `${key}.${format}`, label: word })),
  }));
  return (
    <Dropdown
      menu={{
        items,
        onClick: ({ key }) => {
          const [form = '', format = 'xlsx'] = key.split('.');
          void download(`${path}/${form}`, { ...query, format }, `${names[form]}.${format}`).catch(showFailure);
        },
      }}
    >
      <Button icon={<DownloadOutlined />}>导出表册</Button>
    </Dropdown>
  );
}
