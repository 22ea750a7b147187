// A locked phone: five wrong PINs wait, ten empty it, after showing what had not been sent.

import { type FormEvent, useEffect, useState } from 'react';
import { MOST_TRIES, mayTryPin, PIN_DIGITS, type PinAnswer } from '../../../../../kernel/field/pin-policy.ts';
import {
  clearPhone,
  type Lock,
  type PhoneDatabase,
  readLock,
} from '../../../../../platform/web/field/phone-database.ts';
import { unlockByPin, type Vault } from '../../../../../platform/web/field/vault.ts';
import { signOut } from '../store/session.ts';
import { Gate, GateAlert } from './gate.tsx';
import { PinInput } from './pin-input.tsx';
import { UnsentList } from './unsent-list.tsx';

type PinScreenProps = {
  database: PhoneDatabase;
  lock: Lock;
  onOpen: (vault: Vault) => Promise<void>;
  onForgotten: () => void;
};

function waitWords(ms: number): string {
  return ms > 60_000 ? `请 ${Math.ceil(ms / 60_000)} 分钟后再试` : `请 ${Math.ceil(ms / 1000)} 秒后再试`;
}

export function PinScreen({ database, lock: given, onOpen, onForgotten }: PinScreenProps) {
  const [lock, setLock] = useState(given);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [may, setMay] = useState<PinAnswer>(() => mayTryPin(given.tries, Date.now()));

  useEffect(() => {
    if (may.may !== 'wait') return;
    const timer = window.setInterval(() => setMay(mayTryPin(lock.tries, Date.now())), 1000);
    return () => window.clearInterval(timer);
  }, [may.may, lock.tries]);

  async function tryPin(typed: string) {
    setBusy(true);
    setProblem(undefined);
    const answer = await unlockByPin(database, typed, Date.now());
    if ('vault' in answer) return onOpen(answer.vault);
    const now = (await readLock(database)) ?? lock;
    setLock(now);
    setMay(answer.refused);
    const left = MOST_TRIES - now.tries.wrong;
    setProblem(`解锁密码不对${left <= 5 ? `，再错 ${left} 次将清除手机上的资料` : ''}。`);
    setPin('');
    setBusy(false);
  }

  async function wipe() {
    await clearPhone(database);
    await signOut();
    window.location.reload();
  }

  if (may.may === 'wipe' || isLeaving)
    return (
      <Gate title={isLeaving ? '换人使用' : '解锁密码错了十次'}>
        <p>
          {isLeaving ? `“${lock.name}”的资料将从这台手机上全部清除。` : '为保护农户的资料，手机上的内容要全部清除。'}
        </p>
        <UnsentList unsent={lock.unsent} />
        <button type="button" className="f-button f-button-red" onClick={() => void wipe()}>
          清除手机上的资料
        </button>
        {isLeaving ? (
          <button type="button" className="f-button f-button-plain" onClick={() => setLeaving(false)}>
            不清除，返回
          </button>
        ) : null}
      </Gate>
    );
  const isWaiting = may.may === 'wait';
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isBusy && !isWaiting && pin.length === PIN_DIGITS) void tryPin(pin);
  }
  return (
    <Gate title="解锁">
      <form onSubmit={submit} noValidate>
        <p>{lock.name}，请输入解锁密码。</p>
        <PinInput
          label="解锁密码"
          value={pin}
          autoFocus
          onChange={(typed) => {
            setPin(typed);
            if (typed.length === PIN_DIGITS && !isBusy && !isWaiting) void tryPin(typed);
          }}
        />
        <GateAlert>{problem}</GateAlert>
        {may.may === 'wait' ? <p role="status">{waitWords(may.ms)}。</p> : null}
        <button type="submit" className="f-button" aria-disabled={isBusy || isWaiting}>
          {isBusy ? '正在打开…' : '打开'}
        </button>
      </form>
      <button type="button" className="f-button f-button-plain" onClick={onForgotten}>
        忘了解锁密码，联网登录
      </button>
      <button type="button" className="f-button f-button-plain" onClick={() => setLeaving(true)}>
        换人使用
      </button>
    </Gate>
  );
}
