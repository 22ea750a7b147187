// 部门协查: what departments are asked while households are compared, and how much of it is answered.

import { useNavigate } from '@tanstack/react-router';
import { DEPARTMENT_CODES, departmentName } from '../../../../kernel/departments.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListFilter } from '../../../../platform/web/list/list-types.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { inquiries } from '../api.ts';
import { INQUIRY_COLUMNS, inquiryPath } from '../parts/inquiry-columns.tsx';
import { inquiriesSearch } from '../searches.ts';

const STATE: ListFilter = {
  ...{ kind: 'choice', key: 'state', label: '状态' },
  choices: [
    { value: 'waiting', label: '待回复' },
    { value: 'answered', label: '已回复' },
  ],
};
const DEPARTMENT: ListFilter = {
  ...{ kind: 'choice', key: 'department', label: '部门' },
  choices: DEPARTMENT_CODES.map((value) => ({ value, label: departmentName(value) })),
};

export function InquiriesPage() {
  const navigate = useNavigate();
  // Somebody of one department has nothing to choose.
  const isDepartment = !useMay('caseload.list');
  return (
    <ListPage
      id="inquiries.list"
      title="部门协查"
      unit="张"
      search={inquiriesSearch}
      filters={isDepartment ? [STATE] : [STATE, DEPARTMENT]}
      columns={INQUIRY_COLUMNS}
      rowKey={({ id }) => id}
      queryKey={inquiries.query.list.key()}
      fetch={({ sort: _sort, ...search }, area, signal) => inquiries.client.list({ ...search, area }, { signal })}
      onOpen={(row) => void navigate({ to: inquiryPath(row) })}
      emptyHint={
        isDepartment
          ? '旗县发起信息比对并请本部门核对时，协查单列在这里。'
          : '在监测对象中选择处于“信息比对”环节的户，批量办理“发起信息比对”，协查单随即列在这里。'
      }
    />
  );
}
