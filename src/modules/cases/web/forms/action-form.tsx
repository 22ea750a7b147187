// The form of one action: its fields, sending, and what to do when somebody else was quicker. Nothing typed is lost by a
// refusal.

import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { DraftForm, fileIds, type KeptFile, todayText } from '../../../../platform/web/form/index.ts';
import { Loading } from '../../../../platform/web/states.tsx';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import type { NoticeLevel } from '../../../process/domain/words.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { casePath } from '../../domain/addresses.ts';
import { cases, type DialogKind, sendAction } from '../api.ts';
import type { CaseDetail, DetailValues } from '../types.ts';
import { ACTION_FORMS } from './action-fields.ts';
import { ActionProblem } from './action-problem.tsx';
import { carriedTo, carryOn } from './carried.ts';
import { FieldItem } from './field-item.tsx';
import type { Field, Filling } from './fields.ts';
import { type Beginning, SurveyForm, useSurveyBeginning } from './survey-form.tsx';
import { useUndo } from './undo.tsx';

export type ActionFormProps = {
  kind: DialogKind;
  detail: CaseDetail;
  /** Words of the button, where it is not the title of the action. */
  deed?: string;
  /** Words of the button that leaves; `''`: there is none. */
  back?: string;
  /** Closes what is around, or goes on to the next. */
  onDone: () => void;
  /** Within ten seconds after `onDone`. */
  onUndone?: () => void;
};

/** Names the drafts of actions; the record is the case and the kind. */
export const ACTION_DRAFT = 'case-action';

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

/** Texts and lists that were left empty are sent as empty ones, files by their ids. */
export function detailOf(fields: readonly Field[], values: DetailValues): DetailValues {
  const sent = fields.flatMap(({ name, kind }): [string, unknown][] => {
    if (kind === 'text') return [[name, values[name] ?? '']];
    if (kind === 'files') return [[name, fileIds(values[name] as KeptFile[] | undefined)]];
    return kind === 'people' || kind === 'choices' ? [[name, values[name] ?? []]] : [];
  });
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries(given), ...Object.fromEntries(sent) };
}

/** Decided on what was shown when the form was opened, until it is read again after somebody was quicker. */
function useVersion({ countyCode, id, version: opened }: CaseDetail) {
  const cache = useQueryClient();
  const [version, setVersion] = useState(opened);

  async function refresh() {
    const input = { countyCode, id };
    const now = await cache.fetchQuery({ ...cases.query.case.queryOptions({ input }), staleTime: 0 });
    setVersion(now.version);
  }

  return { version, refresh };
}

function FilledForm({ kind, detail, deed, back, onDone, onUndone, filling, beginning }: FilledProps) {
  const { surveyAfter } = ACTION_FORMS[kind];
  const { countyCode, id, headName } = detail;
  const cache = useQueryClient();
  const [opened] = useState(detail.version);
  const [fields] = useState(() => ACTION_FORMS[kind].fields(filling));
  const [initial] = useState(() => ({
    ...ACTION_FORMS[kind].initial?.(filling),
    ...carriedTo(kind),
    survey: beginning.survey,
  }));
  const { version, refresh } = useVersion(detail);
  const { title } = ACTIONS[kind];
  const undo = useUndo();
  return (
    <DraftForm<DetailValues>
      name={`action-${kind}`}
      draft={{
        ...{ form: ACTION_DRAFT, record: `${countyCode}-${id}/${kind}`, title: `${title}：${headName}户` },
        address: casePath({ countyCode, id }),
      }}
      initialValues={initial}
      deed={{ label: deed ?? title }}
      {...(back === undefined ? {} : { back })}
      onSend={async (values, requestId) => {
        const after = await sendAction(kind, { requestId, countyCode, id, version, detail: detailOf(fields, values) });
        carryOn(kind, values);
        const done = [{ countyCode, id, version: after.version }];
        undo({ kind, what: `${headName}户：${title}已记录`, done, ...(onUndone ? { onUndone } : {}) });
      }}
      onSent={async () => {
        await cache.invalidateQueries({ queryKey: cases.query.key() });
        onDone();
      }}
      stays
      showFailure={(failure) => (
        <ActionProblem failure={failure} kind={kind} detail={detail} opened={opened} onRefresh={refresh} />
      )}
    >
      {fields.map((field) => (
        <Fragment key={field.name}>
          <FieldItem field={field} latestDay={filling.today} />
          {surveyAfter === field.name ? (
            <SurveyForm detail={detail} today={filling.today} incomeYear={beginning.incomeYear} />
          ) : null}
        </Fragment>
      ))}
    </DraftForm>
  );
}
