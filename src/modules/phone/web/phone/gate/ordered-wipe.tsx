// The office asks that this phone is emptied. What could be sent has been; what could not is shown first.

import { usePhone, usePhoneState } from '../context.ts';
import { signOut } from '../store/session.ts';
import { unsentOf } from '../store/state.ts';
import { Gate } from './gate.tsx';
import { UnsentList } from './unsent-list.tsx';

export function OrderedWipe() {
  const { store } = usePhone();
  const unsent = unsentOf(usePhoneState());
  async function wipe() {
    await store.vault.wipe();
    await signOut();
    window.location.reload();
  }
  return (
    <Gate title="单位要求清除这台手机">
      <p>管理员要求清除这台手机上的全部资料。清除后可以重新登录。</p>
      <UnsentList unsent={unsent} />
      <button type="button" className="f-button f-button-red" onClick={() => void wipe()}>
        清除手机上的资料
      </button>
    </Gate>
  );
}
