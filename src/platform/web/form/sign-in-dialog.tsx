// The session is over while a form is open: the same account signs in again over the form, and what was sent goes on.

import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { failureOf } from '../api.ts';
import { useShell } from '../frame/shell.tsx';
import type { Viewer } from '../viewer.tsx';
import { answerSignIn } from './open-forms.ts';

export function SignInDialog({ viewer: { username, name } }: { viewer: Viewer }) {
  const { signIn } = useShell();
  const { message } = App.useApp();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);

  async function enter({ password, code }: { password: string; code?: string }) {
    setBusy(true);
    setProblem('');
    try {
      await signIn(username, password, code);
      void message.success('已重新登录');
      answerSignIn(true);
    } catch (error) {
      const failure = failureOf(error);
      setNeedsCode((needs) => needs || failure.code === 'accounts.code-needed');
      setProblem(failure.message);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      title="登录已过期"
      width={400}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      zIndex={2000}
    >
      <p className="sw-quiet">填写的内容都还在。请输入密码重新登录，然后继续。</p>
      <Form layout="vertical" requiredMark={false} onFinish={enter}>
        <Form.Item label="用户名">
          <Input aria-label="用户名" value={`${username}（${name}）`} disabled />
        </Form.Item>
        <input hidden readOnly autoComplete="username" value={username} />
        <Form.Item
          name="password"
          label="密码"
          rules={[{ required: true, message: '请填写密码' }]}
          {...(problem ? { validateStatus: 'error' as const, help: <span role="alert">{problem}</span> } : {})}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        {needsCode ? (
          <Form.Item name="code" label="动态口令" rules={[{ required: true, message: '请填写动态口令' }]}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={20} autoFocus />
          </Form.Item>
        ) : null}
        <div className="sw-form-actions">
          <Button onClick={() => answerSignIn(false)}>存为草稿并退出</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            登录
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
