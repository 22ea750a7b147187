// A new version of the program waits until its user has a moment: what lies on the phone stays, sent or not.

import { useAppUpdate } from '../../../../../platform/web/field/app-update.ts';

export function TakeUpdate() {
  const update = useAppUpdate();
  if (!update) return null;
  return (
    <button type="button" className="f-button f-button-plain" onClick={update}>
      有新版本，点此更新（手机上的记录不会丢）
    </button>
  );
}
