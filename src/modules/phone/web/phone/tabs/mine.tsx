// 我的: whose phone it is, how fresh its copy, what room is left, PIN, signing out.

import { type FormEvent, useState } from 'react';
import { weakPin } from '../../../../../kernel/field/pin-policy.ts';
import { addressOf } from '../addresses.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { PinInput } from '../gate/pin-input.tsx';
import { UnsentList } from '../gate/unsent-list.tsx';
import { Alert, Facts, RowLink, Screen } from '../parts.tsx';
import { littleRoomWords, useRoom } from '../room.ts';
import { signOut } from '../store/session.ts';
import { unsentOf } from '../store/state.ts';
import { dayAndClock } from '../words.ts';
import { TabBar } from './tab-bar.tsx';
import { TakeUpdate } from './take-update.tsx';

export function MineTab() {
  const { store, lockNow } = usePhone();
  const { copy, sync, items } = usePhoneState();
  const room = useRoom();
  const { name, username, keepDays, lockMinutes } = store.vault.lock();
  return (
    <Screen title="我的" tabs={<TabBar current="mine" />}>
      <Facts
        facts={[
          ['姓名', name],
          ['用户名', username],
          ['所在地区', copy?.account.areaName ?? '—'],
          ['农户', `${copy?.households.length ?? 0} 户`],
          ['资料更新', sync.pulledAt ? dayAndClock(sync.pulledAt) : '还没有下载'],
          ['手机剩余空间', room ? `约 ${room.freeMb} MB` : '—'],
        ]}
      />
      <Alert>{littleRoomWords(room)}</Alert>
      <TakeUpdate />
      <ul className="f-list">
        <RowLink href={addressOf('outbox')} title="上传情况" note={`手机上有 ${items.length} 条记录`} />
      </ul>
      <button type="button" className="f-button f-button-plain" onClick={lockNow}>
        锁定
      </button>
      <p className="f-quiet">
        {lockMinutes} 分钟不用自动锁定；{keepDays} 天不联网，手机上的农户资料自动清除。
      </p>
      <ChangePin />
      <Leave />
    </Screen>
  );
}

function ChangePin() {
  const { store, lockNow } = usePhone();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [said, setSaid] = useState<string>();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const weak = weakPin(to);
    if (weak) return setSaid(weak);
    const refused = await store.vault.changePin(from, to, Date.now());
    // Whoever guesses here is stopped where everybody is.
    if (refused?.may === 'wait' || refused?.may === 'wipe') return lockNow();
    setSaid(refused ? '原来的解锁密码不对。' : '解锁密码已修改。');
    if (!refused) setFrom('');
    setTo('');
  }
  return (
    <details className="f-card">
      <summary>修改解锁密码</summary>
      <form onSubmit={submit} noValidate>
        <PinInput label="原来的" value={from} onChange={setFrom} />
        <PinInput label="新的" value={to} onChange={setTo} />
        <p role="status">{said}</p>
        <button type="submit" className="f-button f-button-plain">
          修改
        </button>
      </form>
    </details>
  );
}

function Leave() {
  const { store } = usePhone();
  const unsent = unsentOf(usePhoneState());
  const [isSure, setSure] = useState(false);
  async function leave() {
    await store.vault.wipe();
    await signOut();
    window.location.reload();
  }
  if (!isSure)
    return (
      <button type="button" className="f-button f-button-plain" onClick={() => setSure(true)}>
        退出登录
      </button>
    );
  return (
    <section className="f-card">
      <h2>退出登录</h2>
      <p>退出会清除这台手机上的全部资料，下一个人什么也看不到。</p>
      <UnsentList unsent={unsent} />
      <button type="button" className="f-button f-button-red" onClick={() => void leave()}>
        清除并退出
      </button>
      <button type="button" className="f-button f-button-plain" onClick={() => setSure(false)}>
        不退出
      </button>
    </section>
  );
}
