// The PIN that opens what lies on the phone, chosen once and typed twice.

import { type FormEvent, useState } from 'react';
import { PIN_DIGITS, weakPin } from '../../../../../kernel/field/pin-policy.ts';
import { Gate, GateAlert } from './gate.tsx';
import { PinInput } from './pin-input.tsx';

export function NewPin({ name, onPin }: { name: string; onPin: (pin: string) => Promise<void> }) {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const fault = weakPin(pin) ?? (pin === again ? undefined : '两次输入的不一样，请重新输入');
    setProblem(fault);
    if (fault) return;
    setBusy(true);
    await onPin(pin);
  }

  return (
    <Gate title="设置解锁密码">
      <form onSubmit={submit} noValidate>
        <p>
          {name}，请设置 {PIN_DIGITS} 位数字。没有网络时用它打开手机上的资料，资料都用它加密。忘了可以联网登录后重设。
        </p>
        <PinInput label="解锁密码" value={pin} onChange={setPin} autoFocus />
        <PinInput label="再输一次" value={again} onChange={setAgain} />
        <GateAlert>{problem}</GateAlert>
        <button type="submit" className="f-button" aria-disabled={isBusy}>
          {isBusy ? '正在准备…' : '完成'}
        </button>
      </form>
    </Gate>
  );
}
