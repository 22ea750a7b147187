// Long work in steps. A step says what must be done before the next one; nothing entered is lost by going back.

import { Button, Steps } from 'antd';
import type { ReactNode } from 'react';
import { PageTitle } from '../page-title.tsx';

export type WizardStep = {
  key: string;
  title: string;
  content: ReactNode;
  /** The words on the button that leads on; left out where the step leads on by itself. */
  nextLabel?: string;
  /** Why one cannot go on yet; absent when one can. */
  blockedBy?: string | undefined;
  onNext?: () => Promise<void> | void;
  /** Whether going back to the step before is still possible. */
  mayGoBack?: boolean;
};

export type WizardProps = { title: string; steps: WizardStep[]; at: number; busy?: boolean; onBack: () => void };

export function Wizard({ title, steps, at, busy = false, onBack }: WizardProps) {
  const step = steps[at];
  return (
    <div className="sw-page">
      <PageTitle title={title} />
      <Steps className="sw-steps" size="small" current={at} items={steps.map(({ key, title }) => ({ key, title }))} />
      <section className="sw-section">
        {step?.content}
        <div className="sw-wizard-foot">
          {step?.mayGoBack ? (
            <Button onClick={onBack} disabled={busy}>
              上一步
            </Button>
          ) : null}
          <span className="sw-grow" />
          {step?.blockedBy ? <span className="sw-quiet">{step.blockedBy}</span> : null}
          {step?.nextLabel ? (
            <Button
              type="primary"
              loading={busy}
              disabled={step.blockedBy !== undefined}
              onClick={() => void step.onNext?.()}
            >
              {step.nextLabel}
            </Button>
          ) : null}
        </div>
      </section>
    </div>
  );
}
