// Signing in: the first time, after a forgotten PIN, and for the next user of a shared phone.

import { type FormEvent, useState } from 'react';
import type { Lock } from '../../../../../platform/web/field/phone-database.ts';
import { sentenceOf } from '../store/call.ts';
import { asksForCode, type SignedIn, signIn, signOut } from '../store/session.ts';
import { CodeField } from './code-field.tsx';
import { Gate, GateAlert } from './gate.tsx';
import { UnsentList } from './unsent-list.tsx';

type SignInScreenProps = {
  /** Of the account whose store lies on the phone. */
  lock: Lock | undefined;
  onSignedIn: (who: SignedIn) => void;
};

export function SignInScreen({ lock, onSignedIn }: SignInScreenProps) {
  const [username, setUsername] = useState(lock?.username ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [other, setOther] = useState<SignedIn>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const who = await signIn(username, password, code);
      if (lock && who.account !== lock.account) setOther(who);
      else onSignedIn(who);
    } catch (error) {
      setProblem(sentenceOf(error));
      setNeedsCode(asksForCode(error));
      setCode('');
    }
    setBusy(false);
  }

  if (other && lock)
    return (
      <Gate title="手机上有另一个账号的资料">
        <p>
          这台手机上是“{lock.name}”的资料。继续会先把它全部清除，“{other.name}”看不到其中任何内容。
        </p>
        <UnsentList unsent={lock.unsent} />
        <button type="button" className="f-button f-button-red" onClick={() => onSignedIn(other)}>
          清除并继续
        </button>
        <button
          type="button"
          className="f-button f-button-plain"
          onClick={() => void signOut().then(() => window.location.reload())}
        >
          不清除，返回
        </button>
      </Gate>
    );
  return (
    <Gate title="登录">
      <form onSubmit={submit} noValidate>
        {lock ? <p className="f-quiet">登录后重新设置解锁密码，手机上的内容不会丢。</p> : null}
        <label className="f-label" htmlFor="username">
          用户名
        </label>
        <input
          id="username"
          className="f-input"
          value={username}
          onChange={({ target }) => setUsername(target.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <label className="f-label" htmlFor="password">
          密码
        </label>
        <input
          id="password"
          className="f-input"
          type="password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
          autoComplete="current-password"
        />
        {needsCode ? <CodeField value={code} onChange={setCode} /> : null}
        <GateAlert>{problem}</GateAlert>
        <button type="submit" className="f-button" aria-disabled={isBusy}>
          {isBusy ? '正在登录…' : '登录'}
        </button>
      </form>
    </Gate>
  );
}
