// Which screen: nobody signed in, a locked phone, or the work of the day.

import { useCallback, useEffect, useState } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import {
  dropSealed,
  type Lock,
  openPhoneDatabase,
  type PhoneDatabase,
  readLock,
} from '../../../../platform/web/field/phone-database.ts';
import { createVault, unlockByServer, type Vault } from '../../../../platform/web/field/vault.ts';
import { daysBetween } from '../../../field/domain/phone-copy.ts';
import { AtWork } from './at-work.tsx';
import { PhoneProvider } from './context.ts';
import { Gate, GateAlert } from './gate/gate.tsx';
import { NewPin } from './gate/new-pin.tsx';
import { holdWindow } from './gate/one-window.ts';
import { PinScreen } from './gate/pin.tsx';
import { SignInScreen } from './gate/sign-in.tsx';
import { openPhoneStore, type PhoneStore } from './store/phone-store.ts';
import { COPY } from './store/read-store.ts';
import type { SignedIn } from './store/session.ts';

type Stage =
  | { at: 'starting' }
  | { at: 'impossible'; why: string }
  | { at: 'elsewhere' }
  | { at: 'sign-in'; lock?: Lock | undefined }
  | { at: 'new-pin'; who: SignedIn; lock?: Lock | undefined }
  | { at: 'pin'; lock: Lock }
  | { at: 'work'; store: PhoneStore };

const NOT_SAFE =
  '手机端要把资料加密后存在手机上，只能在 https 开头的网址上使用。请向管理员要 https 网址，再用手机打开。';
const KEEPS_NOTHING = '这个浏览器不允许保存资料（可能是无痕模式）。请换普通模式，或换一个浏览器打开。';

/** Long without contact: the copy goes, before anybody has unlocked it; what was not sent stays sealed. */
async function dropOldCopy(database: PhoneDatabase, { contactAt, keepDays }: Lock): Promise<void> {
  if (daysBetween(new Date(contactAt).toISOString(), new Date().toISOString()) > keepDays)
    await dropSealed(database, 'data', COPY);
}

export function FieldApp({ registers }: { registers: readonly RegisterDefinition[] }) {
  const [stage, setStage] = useState<Stage>({ at: 'starting' });
  const [database, setDatabase] = useState<PhoneDatabase>();

  const start = useCallback(async () => {
    if (!window.isSecureContext) return setStage({ at: 'impossible', why: NOT_SAFE });
    if (!(await holdWindow(() => setStage({ at: 'elsewhere' })))) return setStage({ at: 'elsewhere' });
    try {
      const opened = await openPhoneDatabase();
      setDatabase(opened);
      const lock = await readLock(opened);
      if (lock) await dropOldCopy(opened, lock);
      setStage(lock ? { at: 'pin', lock } : { at: 'sign-in' });
    } catch {
      setStage({ at: 'impossible', why: KEEPS_NOTHING });
    }
  }, []);
  useEffect(() => void start(), [start]);

  async function work(vault: Vault) {
    setStage({ at: 'work', store: await openPhoneStore(vault) });
  }

  async function takePin(who: SignedIn, lock: Lock | undefined, pin: string) {
    if (!database) return;
    const { account, username, name, serverKey } = who;
    const known = lock && (await unlockByServer(database, account, { pin, serverKey }));
    await work(
      known ?? (await createVault(database, { account, username, name }, { pin, serverKey, now: Date.now() })),
    );
  }

  switch (stage.at) {
    case 'starting':
      return <Gate title="正在打开…" />;
    case 'impossible':
      return (
        <Gate title="这里不能使用">
          <GateAlert>{stage.why}</GateAlert>
        </Gate>
      );
    case 'elsewhere':
      return (
        <Gate title="已在另一个窗口打开">
          <p>同一台手机上只能有一个窗口办理，免得两边的内容对不上。</p>
          <button type="button" className="f-button" onClick={() => window.location.reload()}>
            在这里使用
          </button>
        </Gate>
      );
    case 'sign-in':
      return (
        <SignInScreen lock={stage.lock} onSignedIn={(who) => setStage({ at: 'new-pin', who, lock: stage.lock })} />
      );
    case 'new-pin':
      return <NewPin name={stage.who.name} onPin={(pin) => takePin(stage.who, stage.lock, pin)} />;
    case 'pin':
      return database ? (
        <PinScreen
          database={database}
          lock={stage.lock}
          onOpen={work}
          onForgotten={() => setStage({ at: 'sign-in', lock: stage.lock })}
        />
      ) : null;
    case 'work':
      return (
        <PhoneProvider value={{ store: stage.store, registers, lockNow: () => window.location.reload() }}>
          <AtWork />
        </PhoneProvider>
      );
  }
}
