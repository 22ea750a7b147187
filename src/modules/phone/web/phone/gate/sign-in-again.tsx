// The session is over while the phone is unlocked: the password alone, and nothing on the phone changes.

import { type FormEvent, useState } from 'react';
import { usePhone } from '../context.ts';
import { sentenceOf } from '../store/call.ts';
import { asksForCode, signIn, signOut } from '../store/session.ts';
import { syncNow } from '../store/sync.ts';
import { CodeField } from './code-field.tsx';
import { GateAlert } from './gate.tsx';

export function SignInAgain() {
  const { store } = usePhone();
  const { username, account } = store.vault.lock();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    let isOfCode = false;
    try {
      const who = await signIn(username, password, code);
      if (who.account === account) void syncNow(store);
      else {
        await signOut();
        setProblem('登录的不是这台手机上的账号。');
      }
    } catch (error) {
      setProblem(sentenceOf(error));
      isOfCode = asksForCode(error);
      setNeedsCode(isOfCode);
    }
    // The password was right: only the code is typed again.
    if (!isOfCode) setPassword('');
    setCode('');
    setBusy(false);
  }

  return (
    <form className="f-card" onSubmit={submit} noValidate>
      <label className="f-label">
        登录已过期，请输入“{username}”的密码
        <input
          className="f-input"
          type="password"
          value={password}
          autoComplete="current-password"
          onChange={({ target }) => setPassword(target.value)}
        />
      </label>
      {needsCode ? <CodeField value={code} onChange={setCode} /> : null}
      <GateAlert>{problem}</GateAlert>
      <button type="submit" className="f-button" aria-disabled={isBusy}>
        重新登录
      </button>
    </form>
  );
}
