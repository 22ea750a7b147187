// 待传和已送达: what the strip speaks of, each item by itself.

import { isOpen } from '../../../../../kernel/field/outbox.ts';
import { HOME } from '../addresses.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { SignInAgain } from '../gate/sign-in-again.tsx';
import { Alert, Nothing, Screen } from '../parts.tsx';
import { filesLeft } from '../store/state.ts';
import { syncNow } from '../store/sync.ts';
import { dayAndClock } from '../words.ts';
import { ItemList } from './item-list.tsx';

export function OutboxScreen() {
  const { store } = usePhone();
  const state = usePhoneState();
  const { items, sync, online, files } = state;
  const open = items.filter(isOpen);
  const stored = items.filter((item) => !isOpen(item));
  const left = filesLeft(state).length;
  const broken = [...files.values()].filter(({ problem }) => problem);
  return (
    <Screen title="上传情况" back={HOME}>
      {sync.signedOut ? <SignInAgain /> : null}
      <Alert>{sync.problem}</Alert>
      <button
        type="button"
        className="f-button"
        aria-disabled={sync.isRunning || !online}
        onClick={() => void syncNow(store)}
      >
        {sync.isRunning ? '正在上传…' : online ? '现在上传' : '没有网络'}
      </button>
      <p className="f-quiet">
        {sync.pulledAt ? `资料更新于 ${dayAndClock(sync.pulledAt)}。` : '还没有下载过资料。'}
        {left > 0 ? `还有 ${left} 张照片没传完。` : ''}
      </p>
      {broken.map(({ id, name, problem }) => (
        <div key={id}>
          <Alert>{`${name}：${problem}`}</Alert>
          <button
            type="button"
            className="f-button f-button-plain"
            onClick={() => void store.noteFile(id, { problem: undefined }).then(() => syncNow(store))}
          >
            再传这张照片
          </button>
        </div>
      ))}
      <h2>还没送达（{open.length}）</h2>
      {open.length === 0 ? <Nothing>没有待传的记录。</Nothing> : <ItemList items={open} />}
      <h2>已送达（{stored.length}）</h2>
      {stored.length === 0 ? <Nothing>送达的记录在这里保留 7 天。</Nothing> : <ItemList items={stored} />}
    </Screen>
  );
}
