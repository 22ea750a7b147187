// The foot of every form: the sentence of a failure, and the buttons under it.

import { Alert } from 'antd';
import type { ReactNode } from 'react';

export function FormFoot({ problem, children }: { problem: string; children: ReactNode }) {
  return (
    <>
      {problem ? <Alert className="sw-alert" type="error" showIcon title={problem} role="alert" /> : null}
      <div className="sw-form-actions">{children}</div>
    </>
  );
}
