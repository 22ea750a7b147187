// 动态口令: taken into use with an authenticator on the phone, given up again. Forced where the rules ask for it, free otherwise.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DraftForm } from '../../../../platform/web/form/index.ts';
import { VIEWER_KEY } from '../../../../platform/web/frame/shell.tsx';
import { QrCode } from '../../../../platform/web/papers/qr-code.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';
import { backAddress } from '../parts/back-address.ts';
import { BarePage } from '../parts/bare-page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { loadViewer } from '../session.ts';

type Secret = { secret: string; address: string };

const FORCED = '按安全策略，须先启用动态口令。';
const FREE = '登录时除密码外，再输入手机验证器显示的六位数字。';

export function SecondFactorPage() {
  const { search } = useAddress(backAddress);
  const router = useRouter();
  const cache = useQueryClient();
  const query = useQuery(accounts.query.factor.queryOptions());
  const [secret, setSecret] = useState<Secret>();
  const [recovery, setRecovery] = useState<string[]>();
  const isForced = query.data?.isRequired === true && !query.data.isOn;

  async function leave() {
    await cache.fetchQuery({ queryKey: VIEWER_KEY, queryFn: loadViewer, staleTime: 0 });
    router.history.replace(search.back ?? '/');
  }

  async function refresh() {
    await cache.invalidateQueries({ queryKey: accounts.query.factor.key() });
  }

  return (
    <BarePage title="动态口令" note={isForced ? FORCED : FREE}>
      {query.isPending ? <Loading rows={3} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {recovery ? <Recovery codes={recovery} onDone={() => void leave()} /> : null}
      {query.data && !recovery ? (
        <>
          {query.data.isOn ? (
            <InUse recoveryLeft={query.data.recoveryLeft} isRequired={query.data.isRequired} onDropped={refresh} />
          ) : secret ? (
            <Confirm secret={secret} onConfirmed={setRecovery} />
          ) : (
            <Begin onBegun={setSecret} />
          )}
          {isForced ? null : (
            <p>
              <Button type="link" className="sw-flush" onClick={() => void leave()}>
                返回
              </Button>
            </p>
          )}
        </>
      ) : null}
    </BarePage>
  );
}

function CurrentPassword() {
  return (
    <Form.Item name="currentPassword" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
      <PasswordField autoComplete="current-password" autoFocus />
    </Form.Item>
  );
}

function Code() {
  return (
    <Form.Item name="code" label="动态口令" rules={[{ required: true, min: 6, message: '请填写验证器显示的六位数字' }]}>
      <Input autoComplete="one-time-code" inputMode="numeric" maxLength={20} />
    </Form.Item>
  );
}

function Begin({ onBegun }: { onBegun: (secret: Secret) => void }) {
  return (
    <>
      <p>在手机上装一个验证器（支持 TOTP 的都可以），然后输入密码开始。</p>
      <DraftForm<{ currentPassword: string }>
        deed={{ label: '开始启用' }}
        onSend={async (fields) => onBegun(await accounts.client.beginFactor(fields))}
        stays
      >
        <CurrentPassword />
      </DraftForm>
    </>
  );
}

function Confirm({ secret, onConfirmed }: { secret: Secret; onConfirmed: (codes: string[]) => void }) {
  return (
    <>
      <p>用验证器扫描二维码，再填写它显示的六位数字。</p>
      <div className="sw-factor-code">
        <QrCode text={secret.address} label="动态口令二维码" />
      </div>
      <p className="sw-quiet">不能扫描时，在验证器里手工输入密钥：</p>
      <p className="sw-factor-secret">{(secret.secret.match(/.{1,4}/g) ?? []).join(' ')}</p>
      <DraftForm<{ code: string }>
        deed={{ label: '启用' }}
        onSend={async ({ code }) => onConfirmed((await accounts.client.confirmFactor({ code })).recovery)}
        stays
      >
        <Code />
      </DraftForm>
    </>
  );
}

/** Told once: after closing nobody can show them again. */
function Recovery({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <>
      <Alert
        className="sw-alert"
        type="warning"
        showIcon
        title="恢复码只在这里显示一次，请抄下或打印后锁好。"
        description="手机丢失时，用其中一个代替动态口令登录；每个只能用一次。"
      />
      <ul className="sw-factor-recovery">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="sw-deeds">
        <Button onClick={() => window.print()}>打印</Button>
        <Button type="primary" onClick={onDone}>
          已抄下，完成
        </Button>
      </div>
    </>
  );
}

type InUseProps = { recoveryLeft: number; isRequired: boolean; onDropped: () => Promise<void> };

function InUse({ recoveryLeft, isRequired, onDropped }: InUseProps) {
  return (
    <>
      <Alert
        className="sw-alert"
        type={recoveryLeft < 3 ? 'warning' : 'success'}
        showIcon
        title="动态口令已启用"
        description={`还有 ${recoveryLeft} 个恢复码没有用。${isRequired ? '按安全策略不能停用；换手机请联系安全管理员解除后重新启用。' : '换手机或恢复码不够时，停用后重新启用。'}`}
      />
      {isRequired ? null : (
        <DraftForm<{ currentPassword: string; code: string }>
          deed={{ label: '停用动态口令', danger: true }}
          onSend={(fields) => accounts.client.dropFactor(fields)}
          done="动态口令已停用"
          onSent={onDropped}
        >
          <CurrentPassword />
          <Code />
        </DraftForm>
      )}
    </>
  );
}
