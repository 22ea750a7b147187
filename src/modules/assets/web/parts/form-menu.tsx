// The forms of assets as workbooks, of the area and kind that is looked at.

import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { download } from '../../../../platform/web/downloads.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { FORMS } from '../../domain/contract.ts';
import { FORM_NAMES } from '../../domain/form-words.ts';

type Asked = { area: number; kind?: string | undefined; year?: number | undefined };

export function FormMenu(asked: Asked) {
  const showFailure = useShowFailure();
  if (!useMay('assets.export-form')) return null;
  return (
    <Dropdown
      menu={{
        items: FORMS.map((key) => ({ key, label: FORM_NAMES[key] })),
        onClick: ({ key }) => void download(`assets/forms/${key}`, asked, '资产表册.xlsx').catch(showFailure),
      }}
    >
      <Button icon={<DownloadOutlined />}>导出表册</Button>
    </Dropdown>
  );
}
