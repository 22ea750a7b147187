// Signing in: two fields and Enter. Refusals, among them the lock-out and how long it lasts, are the server's sentences.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { failureOf } from '../../../../platform/web/api.ts';
import { VIEWER_KEY } from '../../../../platform/web/frame/shell.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { accounts } from '../api.ts';
import { backAddress } from '../parts/back-address.ts';
import { BarePage } from '../parts/bare-page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { loadViewer } from '../session.ts';

type Fields = { username: string; password: string; code?: string };

/** The password is right; what is missing or wrong is the second factor. */
const OF_CODE = new Set(['accounts.code-needed', 'accounts.wrong-code']);

export function SignInPage() {
  const { search } = useAddress(backAddress);
  const router = useRouter();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);

  async function signIn({ username, password, code }: Fields) {
    setBusy(true);
    setProblem('');
    try {
      await accounts.client.signIn({ username: username.trim(), password, ...(code ? { code } : {}) });
      cache.clear();
      const viewer = await cache.fetchQuery({ queryKey: VIEWER_KEY, queryFn: loadViewer });
      if (viewer.mustChangePassword) await navigate({ to: '/change-password', search: search, replace: true });
      else if (viewer.mustEnrol) await navigate({ to: '/second-factor', search: search, replace: true });
      else router.history.replace(search.back ?? '/');
      // Whoever was not there at that time has somebody else in the account.
      if (viewer.lastSignInAt) void message.info(`上次登录：${formatInstant(viewer.lastSignInAt)}`);
    } catch (error) {
      const failure = failureOf(error);
      const asksCode = OF_CODE.has(failure.code);
      setNeedsCode(asksCode);
      setProblem(failure.code === 'accounts.code-needed' ? '' : failure.message);
      setBusy(false);
      // The password was right: it stays, and only the code is typed.
      form.resetFields([asksCode ? 'code' : 'password']);
      if (!asksCode) form.getFieldInstance('password')?.focus();
    }
  }

  return (
    <BarePage title="守望" note="防止返贫监测帮扶信息系统">
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={signIn}>
        <Form.Item
          name="username"
          label="用户名"
          rules={[{ required: true, whitespace: true, message: '请填写用户名' }]}
        >
          <Input size="large" autoComplete="username" autoFocus spellCheck={false} maxLength={64} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <PasswordField size="large" autoComplete="current-password" />
        </Form.Item>
        {needsCode ? (
          <Form.Item
            name="code"
            label="动态口令"
            extra="手机验证器上显示的六位数字；手机不在身边时填恢复码。"
            rules={[{ required: true, min: 6, message: '请填写六位动态口令或恢复码' }]}
          >
            <Input size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={20} autoFocus />
          </Form.Item>
        ) : null}
        {problem ? <Alert className="sw-alert" type="error" showIcon title={problem} role="alert" /> : null}
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          登录
        </Button>
      </Form>
      <p className="sw-quiet sw-bare-foot">账号由上级或本单位管理员开通。忘记密码请联系管理员重置。</p>
    </BarePage>
  );
}
