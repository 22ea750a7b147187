// One account: made, changed, stopped, given a new password. The password it gets is shown once, here.

import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { Fragment, useState } from 'react';
import { DEPARTMENTS, type Department } from '../../../../kernel/departments.ts';
import { ROLE_NAMES, type Role } from '../../../../kernel/operation.ts';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { DraftForm, GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { RegionPicker } from '../../../../platform/web/regions/region-picker.tsx';
import { useMay, useViewer } from '../../../../platform/web/viewer.tsx';
import { rolesKeptBy } from '../../domain/roles.ts';
import { accounts } from '../api.ts';
import type { Account, AccountDeed } from '../types.ts';
import { OneTimePassword } from './one-time-password.tsx';
import { SessionsOfAccount } from './sessions-of-account.tsx';

type Fields = {
  username: string;
  name: string;
  role: Role;
  areaCode: number;
  moreAreas?: (number | undefined)[];
  department?: Department | '';
};

const DEPARTMENT_CHOICES = Object.entries(DEPARTMENTS).map(([value, label]) => ({ value, label }));

type UserDrawerProps = { account: Account | undefined; deeds: readonly AccountDeed[]; onClose: () => void };

export function UserDrawer({ account, deeds, onClose }: UserDrawerProps) {
  const cache = useQueryClient();
  const maySessions = useMay('accounts.sessions-of');
  const [secret, setSecret] = useState<Secret>();

  async function refresh() {
    await cache.invalidateQueries({ queryKey: accounts.query.list.key() });
  }

  return (
    <GuardedDrawer size={480} title={account ? `${account.name}（${account.username}）` : '新建用户'} onClose={onClose}>
      {secret ? (
        <OneTimePassword {...secret} onClose={onClose} />
      ) : (
        <>
          <UserForm account={account} onSecret={setSecret} onDone={refresh} />
          {account ? (
            <AccountDeeds account={account} deeds={deeds} onSecret={setSecret} onDone={refresh} onClose={onClose} />
          ) : null}
          {account && maySessions ? <SessionsOfAccount account={account} /> : null}
        </>
      )}
    </GuardedDrawer>
  );
}

type Secret = { name: string; username: string; password: string };
type UserFormProps = {
  account: Account | undefined;
  onSecret: (secret: Secret) => void;
  onDone: () => Promise<void>;
};

/** An account that is made, or changed; not kept as a draft, for the drawer is opened from many rows. */
function UserForm({ account, onSecret, onDone }: UserFormProps) {
  const viewer = useViewer();
  const { message } = App.useApp();
  const isKept = account === undefined || rolesKeptBy(viewer.role).includes(account.role);
  const maySave = useMay(account ? 'accounts.update' : 'accounts.create') && isKept;

  async function save(fields: Fields, requestId: string) {
    const department = fields.department ?? '';
    const moreAreas = (fields.moreAreas ?? []).filter((code) => code !== undefined);
    if (account) {
      await accounts.client.update({ requestId, id: account.id, ...fields, department, moreAreas });
      void message.success('已保存');
    } else {
      const { password } = await accounts.client.create({ requestId, ...fields, department, moreAreas });
      onSecret({ name: fields.name, username: fields.username, password });
    }
  }

  return (
    <DraftForm<Fields>
      initialValues={
        account
          ? {
              ...account,
              moreAreas: account.moreAreas.map(({ code }) => code),
              department: account.department || undefined,
            }
          : { areaCode: viewer.region.code }
      }
      {...(maySave ? { deed: { label: account ? '保存' : '新建' } } : {})}
      onSend={save}
      onSent={onDone}
      stays={account === undefined}
    >
      <Form.Item
        name="username"
        label="用户名"
        extra={account ? undefined : '登录时使用，建立后不能修改。'}
        rules={[
          {
            required: true,
            pattern: /^[a-z0-9][a-z0-9._-]{2,31}$/,
            message: '用户名为 3 至 32 位小写字母、数字、点、横线',
          },
        ]}
      >
        <Input disabled={account !== undefined} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label="角色" rules={[{ required: true, message: '请选择角色' }]}>
        <Select
          options={rolesOffered(viewer.role, account?.role).map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        />
      </Form.Item>
      <Form.Item name="areaCode" label="所属区域" rules={[{ required: true, message: '请选择所属区域' }]}>
        <RegionPicker label="所属区域" className="sw-wide" allowClear={false} placeholder="请选择" />
      </Form.Item>
      <Form.List name="moreAreas">
        {(rows, { add, remove }) => (
          <Form.Item label="其他区域" extra="一人负责几个嘎查村的，在这里加上；登录后在右上角切换。">
            {rows.map(({ key, name }) => (
              <div key={key} className="sw-deeds">
                <Form.Item name={name} noStyle>
                  <RegionPicker
                    label={`其他区域 ${name + 1}`}
                    className="sw-wide"
                    allowClear={false}
                    placeholder="请选择"
                  />
                </Form.Item>
                <Button onClick={() => remove(name)}>去掉</Button>
              </div>
            ))}
            <Button onClick={() => add()}>增加区域</Button>
          </Form.Item>
        )}
      </Form.List>
      <Form.Item name="department" label="部门" extra="部门数据员须选择，其他角色不填。">
        <Select allowClear options={DEPARTMENT_CHOICES} />
      </Form.Item>
    </DraftForm>
  );
}

/** Those it looks after; and of whom there is nobody yet, which the server knows, an administrator makes the first. */
function rolesOffered(keeper: string, present: Role | undefined): Role[] {
  const kept = rolesKeptBy(keeper);
  const first: Role[] = keeper === 'administrator' ? ['security-administrator', 'auditor'] : [];
  return [...new Set([...kept, ...first, ...(present ? [present] : [])])];
}

type DeedsProps = {
  account: Account;
  deeds: readonly AccountDeed[];
  onSecret: (secret: Secret) => void;
  onDone: () => Promise<void>;
  onClose: () => void;
};

function AccountDeeds({ account, deeds, onSecret, onDone, onClose }: DeedsProps) {
  const viewer = useViewer();
  const confirm = useConfirm();
  const isKept = rolesKeptBy(viewer.role).includes(account.role);
  const mayReset = useMay('accounts.reset-password') && isKept;
  const mayDisable = useMay('accounts.update') && isKept;
  const mayFree = useMay('accounts.reset-factor') && account.hasFactor;
  const { id, name, username, disabled } = account;
  if (id === viewer.accountId) return null;

  function reset() {
    confirm({
      title: '重置密码',
      what: `${name}的原密码立即失效，其所有登录将退出。新密码只显示一次。`,
      deed: '重置',
      run: async () => {
        const { password } = await accounts.client.resetPassword({ requestId: newRequestId(), id });
        onSecret({ name, username, password });
        await onDone();
      },
    });
  }

  function free() {
    confirm({
      title: '解除动态口令',
      what: `${name}今后只用密码登录，其所有登录将退出；本人可以重新启用。请先核实是本人要求。`,
      deed: '解除',
      danger: true,
      run: async () => {
        await accounts.client.resetFactor({ requestId: newRequestId(), id });
        await onDone();
        onClose();
      },
    });
  }

  function toggle() {
    confirm({
      title: disabled ? '启用账号' : '停用账号',
      what: disabled ? `启用后，${name}可以重新登录。` : `停用后，${name}不能登录，现有登录将退出。可以再启用。`,
      deed: disabled ? '启用' : '停用',
      danger: !disabled,
      run: async () => {
        await accounts.client.update({ requestId: newRequestId(), id, disabled: !disabled });
        await onDone();
        onClose();
      },
    });
  }

  return (
    <div className="sw-deeds">
      {mayReset ? <Button onClick={reset}>重置密码</Button> : null}
      {mayFree ? <Button onClick={free}>解除动态口令</Button> : null}
      {mayDisable ? (
        <Button danger={!disabled} onClick={toggle}>
          {disabled ? '启用账号' : '停用账号'}
        </Button>
      ) : null}
      {deeds
        .filter(({ operation }) => viewer.operations.has(operation))
        .map(({ key, render }) => (
          <Fragment key={key}>{render(account)}</Fragment>
        ))}
    </div>
  );
}
