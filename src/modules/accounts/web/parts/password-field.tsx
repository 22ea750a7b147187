import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { useState } from 'react';

type PasswordFieldProps = Omit<ComponentProps<typeof Input.Password>, 'onKeyUp' | 'onKeyDown'>;

/** A password, with a word about Caps Lock, which locks more people out than forgetting does. */
export function PasswordField(props: PasswordFieldProps) {
  const [capsLock, setCapsLock] = useState(false);
  return (
    <>
      <Input.Password
        {...props}
        maxLength={128}
        onKeyDown={(event) => setCapsLock(event.getModifierState('CapsLock'))}
        onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
      />
      {capsLock ? <span className="sw-tone-orange">大写锁定已打开</span> : null}
    </>
  );
}
