// The form of one action: its fields, sending, and what to do when somebody else was quicker. Nothing typed is lost by a
// refusal.

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { Fragment, useState } from 'react';
import { type ApiFailure, failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { Loading } from '../../../../platform/web/states.tsx';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import type { NoticeLevel } from '../../../process/domain/words.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { cases, type DialogKind, sendAction } from '../api.ts';
import { carriedTo, carryOn } from '../bulk/carried.ts';
import { useUndo } from '../bulk/undo.tsx';
import type { CaseDetail, DetailValues } from '../types.ts';
import { ACTION_FORMS, type Filling } from './action-fields.ts';
import { ActionProblem } from './action-problem.tsx';
import { FieldItem } from './field-item.tsx';
import type { Field } from './fields.ts';
import { type Beginning, SurveyForm, useSurveyBeginning } from './survey-form.tsx';

export type ActionFormProps = {
  kind: DialogKind;
  detail: CaseDetail;
  /** Words of the button, where it is not the title of the action. */
  deed?: string;
  onDone: () => void;
  /** Within ten seconds after `onDone`. */
  onUndone?: () => void;
  onClose?: () => void;
};

/** Today in Beijing, as the offices write it. */
export function todayText(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** The levels of notice this account may post: what its other rights tell of its level. */
function levelsOf(operations: ReadonlySet<string>): NoticeLevel[] {
  if (operations.has('cases.approve')) return ['county'];
  return operations.has('cases.pass-township') ? ['village', 'township'] : ['village'];
}

export function useFilling(detail: CaseDetail): Filling {
  const { name, operations } = useViewer();
  const [today] = useState(todayText);
  return { detail, today, viewerName: name, levels: levelsOf(operations) };
}

export function ActionForm(props: ActionFormProps) {
  const filling = useFilling(props.detail);
  const beginning = useSurveyBeginning(props.detail, filling.today, ACTION_FORMS[props.kind].surveyAfter !== undefined);
  if (!beginning) return <Loading rows={8} />;
  return <FilledForm {...props} filling={filling} beginning={beginning} />;
}

type FilledProps = ActionFormProps & { filling: Filling; beginning: Beginning };

/** Texts and lists that were left empty are sent as empty ones. */
export function detailOf(fields: readonly Field[], values: DetailValues): DetailValues {
  const empty = fields.flatMap(({ name, kind }): [string, unknown][] => {
    if (kind === 'text') return [[name, '']];
    return kind === 'files' || kind === 'people' || kind === 'choices' ? [[name, []]] : [];
  });
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries(empty), ...Object.fromEntries(given) };
}

/** Sends the form; decided on what was shown when it was opened, until it is read again after somebody was quicker. */
function useSending({ kind, detail, onDone, onUndone }: ActionFormProps, fields: readonly Field[]) {
  const undo = useUndo();
  const cache = useQueryClient();
  const { countyCode, id } = detail;
  const [version, setVersion] = useState(detail.version);
  const [requestId, setRequestId] = useState(newRequestId);
  const [failure, setFailure] = useState<ApiFailure>();
  const [busy, setBusy] = useState(false);

  async function save(values: DetailValues) {
    setBusy(true);
    setFailure(undefined);
    try {
      const after = await sendAction(kind, { requestId, countyCode, id, version, detail: detailOf(fields, values) });
      carryOn(kind, values);
      const done = [{ countyCode, id, version: after.version }];
      undo({
        kind,
        what: `${detail.headName}户:${ACTIONS[kind].title}已记录`,
        done,
        ...(onUndone ? { onUndone } : {}),
      });
      await cache.invalidateQueries({ queryKey: cases.query.key() });
      onDone();
    } catch (error) {
      const found = failureOf(error);
      setFailure(found);
      // Refused, so nothing was done: what is sent next is another request.
      if (found.status >= 400 && found.status < 500) setRequestId(newRequestId());
      setBusy(false);
    }
  }

  async function refresh() {
    const input = { countyCode, id };
    const now = await cache.fetchQuery({ ...cases.query.case.queryOptions({ input }), staleTime: 0 });
    setVersion(now.version);
  }

  return { save, refresh, failure, busy };
}

function FilledForm(props: FilledProps) {
  const { kind, detail, deed, onClose, filling, beginning } = props;
  const { surveyAfter } = ACTION_FORMS[kind];
  const [form] = Form.useForm<DetailValues>();
  const [opened] = useState(detail.version);
  const [fields] = useState(() => ACTION_FORMS[kind].fields(filling));
  const [initial] = useState(() => ({
    ...ACTION_FORMS[kind].initial?.(filling),
    ...carriedTo(kind),
    survey: beginning.survey,
  }));
  const { save, refresh, failure, busy } = useSending(props, fields);
  return (
    <Form<DetailValues>
      form={form}
      name={`action-${kind}`}
      className="sw-action-form"
      layout="vertical"
      scrollToFirstError={{ block: 'center' }}
      initialValues={initial}
      onFinish={(values) => void save(values)}
    >
      {fields.map((field) => (
        <Fragment key={field.name}>
          <FieldItem field={field} latestDay={filling.today} />
          {surveyAfter === field.name ? (
            <SurveyForm detail={detail} today={filling.today} incomeYear={beginning.incomeYear} />
          ) : null}
        </Fragment>
      ))}
      {failure ? (
        <ActionProblem failure={failure} kind={kind} detail={detail} opened={opened} onRefresh={refresh} />
      ) : null}
      <div className="sw-form-actions">
        {onClose ? <Button onClick={onClose}>取消</Button> : null}
        <Button type="primary" htmlType="submit" loading={busy}>
          {deed ?? ACTIONS[kind].title}
        </Button>
      </div>
    </Form>
  );
}
