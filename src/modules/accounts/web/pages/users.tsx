// 用户管理: the accounts of one's own area.

import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { departmentName } from '../../../../kernel/departments.ts';
import { ROLE_NAMES } from '../../../../kernel/operation.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { accounts } from '../api.ts';
import { UserDrawer } from '../parts/user-drawer.tsx';
import { usersSearch } from '../searches.ts';
import type { Account, AccountDeed } from '../types.ts';

const ROLE_CHOICES = Object.entries(ROLE_NAMES).map(([value, label]) => ({ value, label }));

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '姓名或用户名' },
  { kind: 'choice', key: 'role', label: '角色', choices: ROLE_CHOICES },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    choices: [
      { value: 'active', label: '在用' },
      { value: 'disabled', label: '已停用' },
    ],
  },
];

const COLUMNS: ListColumn<Account>[] = [
  { key: 'name', title: '姓名', render: ({ name }) => name, width: 110, always: true },
  { key: 'username', title: '用户名', render: ({ username }) => username, width: 140, always: true },
  { key: 'role', title: '角色', render: ({ role }) => ROLE_NAMES[role], width: 160 },
  {
    key: 'area',
    title: '所属区域',
    render: ({ areaName, moreAreas }) => [areaName, ...moreAreas.map(({ name }) => name)].join('、'),
    width: 200,
  },
  { key: 'department', title: '部门', render: ({ department }) => departmentName(department) || UNKNOWN, width: 120 },
  { key: 'state', title: '状态', render: (account) => <AccountState account={account} />, width: 110 },
  { key: 'hasFactor', title: '动态口令', render: ({ hasFactor }) => (hasFactor ? '已启用' : UNKNOWN), width: 90 },
  { key: 'lastSignInAt', title: '上次登录', render: ({ lastSignInAt }) => formatInstant(lastSignInAt), width: 150 },
];

export function AccountState({ account }: { account: Account }) {
  if (account.disabled) return <StateTag>已停用</StateTag>;
  if (account.locked) return <StateTag tone="orange">已锁定</StateTag>;
  if (account.mustChangePassword) return <StateTag tone="yellow">待改密码</StateTag>;
  return <StateTag tone="green">在用</StateTag>;
}

export function UsersPage({ deeds }: { deeds: readonly AccountDeed[] }) {
  const mayCreate = useMay('accounts.create');
  const mayImport = useMay('accounts.import');
  const [open, setOpen] = useState<Account | 'new'>();
  return (
    <>
      <ListPage
        id="accounts.users"
        title="用户管理"
        unit="人"
        search={usersSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        queryKey={accounts.query.list.key()}
        fetch={(search, area, signal) => accounts.client.list({ ...search, area }, { signal })}
        onOpen={setOpen}
        rowTone={({ disabled }) => (disabled ? 'quiet' : undefined)}
        actions={
          mayCreate ? (
            <>
              {mayImport ? (
                <Link to="/system/users/import">
                  <Button>批量导入</Button>
                </Link>
              ) : null}
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
                新建用户
              </Button>
            </>
          ) : null
        }
      />
      {open ? (
        <UserDrawer account={open === 'new' ? undefined : open} deeds={deeds} onClose={() => setOpen(undefined)} />
      ) : null}
    </>
  );
}
