// The forms of projects, each a workbook of the area and year that are looked at.

import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { download } from '../../../../platform/web/downloads.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { FORMS, type FormKey } from '../../domain/forms.ts';

export function FormsButton({ year }: { year: number }) {
  const { code: area } = useArea();
  const showFailure = useShowFailure();
  const take = (form: FormKey) =>
    void download('money/forms/export', { form, area, year }, `${FORMS[form]}.xlsx`).catch(showFailure);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: Object.entries(FORMS).map(([key, label]) => ({ key, label })),
        onClick: ({ key }) => take(key as FormKey),
      }}
    >
      <Button icon={<DownloadOutlined />}>项目报表</Button>
    </Dropdown>
  );
}
