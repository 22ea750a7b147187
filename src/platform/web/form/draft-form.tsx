// The form of everything that is typed in the office: antd's Form, with a draft, a guard against leaving, one way of sending,
// and a foot that says all that went wrong.

import { App, Button, Form, type FormInstance, type FormProps } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { type ApiFailure, failureOf } from '../api.ts';
import { useCloseGuard, useDialogGuard, useJoin } from './close-guard.ts';
import { type Fault, FormFoot, RestoredNote } from './form-foot.tsx';
import { useKeepAlive } from './keep-alive.ts';
import { type DraftPlace, type Keeping, useKeeping } from './use-keeping.ts';
import { useLater } from './use-later.ts';
import { useLeaving } from './use-leaving.ts';
import './form.css';

export type DraftFormProps<Fields, Sent = unknown> = {
  /** Left out where nothing may be kept: passwords, reasons for looking at something. Then leaving asks. */
  draft?: DraftPlace;
  /** To be watched from outside, or filled in. */
  form?: FormInstance<Fields>;
  name?: string;
  initialValues?: FormProps<Fields>['initialValues'];
  /** The button that sends; left out where this account may only read. */
  deed?: { label: ReactNode; danger?: boolean; disabled?: boolean };
  /** Words of the button that leaves; `''`: there is none. */
  back?: string;
  /** More buttons, before those two. */
  extra?: ReactNode;
  /** Sends. The same `requestId` until it is done or refused, so that a repeat changes nothing. A thrown failure stays in the foot. */
  onSend: (fields: Fields, requestId: string) => Promise<Sent>;
  /** Told at the foot of the screen once it is sent. */
  done?: string;
  /** Once it is sent, with what came of it, before the dialog closes: the way on, too, since nothing is unsent any more. Until it is through, nothing can be sent again. */
  onSent?: (sent: Sent) => unknown;
  /** Once it is sent, the dialog stays: something else is shown in it, and closes it. */
  stays?: boolean;
  /** Leaves the form; in a dialog of the kit, which closes itself, left out. */
  onClose?: () => void;
  onValuesChange?: FormProps<Fields>['onValuesChange'];
  /** More than the sentence of a failure. */
  showFailure?: (failure: ApiFailure) => ReactNode;
  className?: string;
  children: ReactNode;
};

export function DraftForm<Fields extends object, Sent = unknown>(props: DraftFormProps<Fields, Sent>) {
  const { draft, deed, back = '取消', extra, initialValues, onValuesChange, className, name } = props;
  const [form] = Form.useForm<Fields>(props.form);
  const keeping = useKeeping(form as FormInstance, draft);
  const keepAlive = useKeepAlive();
  const [faults, setFaults] = useState<Fault[]>([]);
  const [isChecking, setIsChecking] = useState(false);
  const close = useClose(props.onClose, keeping, draft !== undefined);
  const sending = useSending(props, keeping, close);
  const isWaiting = useLater(sending.busy || isChecking);
  useLeaving(keeping, draft);

  function sendOnKey(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.querySelector('form')?.requestSubmit();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut belongs to all fields of the form
    <div onKeyDown={sendOnKey} onSubmitCapture={() => setIsChecking(true)}>
      <Form<Fields>
        form={form}
        {...(name ? { name } : {})}
        className={`sw-form ${className ?? ''}`}
        layout="vertical"
        disabled={deed === undefined}
        scrollToFirstError={{ block: 'center', focus: true }}
        {...(initialValues ? { initialValues } : {})}
        onValuesChange={(changed, all) => {
          keeping.changed();
          keepAlive();
          onValuesChange?.(changed, all);
        }}
        onFieldsChange={() => {
          if (faults.length > 0) setFaults(faultsOf(form.getFieldsError()));
        }}
        onFinish={(fields) => {
          setFaults([]);
          setIsChecking(false);
          void sending.send(fields);
        }}
        onFinishFailed={({ errorFields }) => {
          setFaults(faultsOf(errorFields));
          setIsChecking(false);
        }}
      >
        <RestoredNote
          draft={keeping.restored}
          onBeginAnew={() => {
            keeping.forget();
            form.resetFields();
          }}
        />
        {props.children}
        {deed ? (
          <FormFoot
            faults={faults}
            onJump={(to) =>
              form.scrollToField(to as Parameters<typeof form.scrollToField>[0], { block: 'center', focus: true })
            }
            failure={sending.failure ? (props.showFailure?.(sending.failure) ?? sending.failure.message) : undefined}
            state={keeping.state}
            keeps={draft !== undefined}
          >
            {extra}
            {close && back ? <Button onClick={close}>{back}</Button> : null}
            <Button
              {...(deed.danger ? { danger: true } : {})}
              type="primary"
              htmlType="submit"
              // Checking waits for photos on their way.
              loading={isWaiting}
              disabled={deed.disabled ?? false}
            >
              {deed.label}
            </Button>
          </FormFoot>
        ) : null}
      </Form>
    </div>
  );
}

function faultsOf(fields: readonly { name: unknown; errors: readonly string[] }[]): Fault[] {
  return fields.flatMap(({ name, errors: [sentence] }) =>
    sentence ? [{ name: name as Fault['name'], sentence }] : [],
  );
}

/** Sends, tells what was done, drops the draft and leaves; what failed stays with everything that was typed. */
function useSending<Fields, Sent>(
  { onSend, onSent, stays, done }: DraftFormProps<Fields, Sent>,
  keeping: Keeping,
  close: (() => void) | undefined,
) {
  const { message } = App.useApp();
  const [failure, setFailure] = useState<ApiFailure>();
  const [busy, setBusy] = useState(false);

  async function send(fields: Fields) {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const sent = await onSend(fields, keeping.requestId());
      keeping.forget();
      if (done) void message.success(done);
      await onSent?.(sent);
      if (!stays) close?.();
    } catch (error) {
      const found = failureOf(error);
      setFailure(found);
      if (found.status >= 400 && found.status < 500) keeping.renewRequest();
    }
    setBusy(false);
  }

  return { send, failure, busy };
}

/** What the button that leaves does: asks first where something is unsent. */
function useClose(onClose: (() => void) | undefined, keeping: Keeping, mayKeep: boolean): (() => void) | undefined {
  const around = useDialogGuard();
  const own = useCloseGuard(onClose ?? (() => undefined));
  const guarded = {
    isDirty: keeping.isDirty,
    keep: keeping.keep,
    mayKeep: () => mayKeep,
    drop: keeping.forget,
  };
  useJoin(around, guarded);
  useJoin(own, guarded);
  return onClose ? own.close : around?.close;
}
