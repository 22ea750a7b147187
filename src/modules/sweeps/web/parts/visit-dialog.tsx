// A visit of two people to a household of a round: what was seen, answer by answer, and what comes of it.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import {
  choicesOf,
  DayInput,
  FormDialog,
  fileIds,
  type KeptFile,
  PhotosItem,
  todayText,
} from '../../../../platform/web/form/index.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { MOST_RISKS, RISK_NAMES, type Risk } from '../../../cases/domain/words.ts';
import { DATA_ISSUES } from '../../../households/domain/registry-columns.ts';
import { isDone } from '../../domain/visit-rules.ts';
import {
  NOT_DONE,
  SWEEP_LISTS,
  VISIT_MODES,
  VISIT_RESULTS,
  type VisitMode,
  type VisitResult,
} from '../../domain/words.ts';
import { type ListedHousehold, sweeps } from '../api.ts';
import { AnswerItems } from './answer-items.tsx';

type Fields = {
  visitedOn: string;
  mode: VisitMode;
  secondVisitor: string;
  result: VisitResult;
  answers?: Record<string, string>;
  risks?: Risk[];
  note?: string;
  solved?: boolean;
  signed?: boolean;
  photos?: KeptFile[];
  explained?: Record<string, string>;
  /** When the form was begun, also where it is sent later. */
  filledAt?: string;
};

type VisitDialogProps = { number: string; row: ListedHousehold; onClose: () => void };

export function VisitDialog({ number, row, onClose }: VisitDialogProps) {
  const { countyCode, id: householdId, headName, villageName, lists } = row;
  const cache = useQueryClient();
  const query = useQuery(sweeps.query.item.queryOptions({ input: { number, countyCode, householdId } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { questions = [], issues = [] } = query.data ?? {};

  function send({ answers = {}, photos, explained = {}, ...fields }: Fields, requestId: string) {
    const explanations = Object.entries(explained).flatMap(([issueId, words]) =>
      words ? [{ issueId: Number(issueId), explanation: words }] : [],
    );
    return sweeps.client.visit({
      ...{
        requestId,
        number,
        household: { countyCode, id: householdId },
        ...fields,
        photos: fileIds(photos),
        explanations,
      },
      ...{ answers: isDone(fields.result) ? answers : {} },
    });
  }

  return (
    <FormDialog<Fields>
      title={`入户核查：${villageName} ${headName}`}
      about={`在${lists.map((list) => SWEEP_LISTS[list]).join('、')}清单上，只核查一次。现场已经解决的问题也要登记。`}
      draft={{ form: 'sweep-visit', record: `${number}-${countyCode}-${householdId}`, title: '入户核查' }}
      initialValues={{
        ...{ visitedOn: row.visitedOn ?? todayText(), mode: row.mode ?? 'in-person', signed: false, solved: false },
        filledAt: new Date().toISOString(),
        explained: Object.fromEntries(issues.map((issue) => [String(issue.id), issue.earlier ?? ''])),
      }}
      deed={{ label: '保存核查' }}
      onSend={send}
      done="核查已保存"
      onSent={() => cache.invalidateQueries({ queryKey: sweeps.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="filledAt" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="visitedOn" label="核查日期" rules={[{ required: true, message: '请选择核查日期' }]}>
        <DayInput latest={todayText()} />
      </Form.Item>
      <Form.Item name="mode" label="核查方式" rules={[{ required: true, message: '请选择核查方式' }]}>
        <Radio.Group options={choicesOf(VISIT_MODES)} />
      </Form.Item>
      <Form.Item
        name="secondVisitor"
        label="另一名核查人"
        rules={[{ required: true, message: '请填写同行的另一名核查人' }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="result" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Select options={choicesOf(VISIT_RESULTS)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['result']}>
        {({ getFieldValue }) =>
          NOT_DONE.includes(getFieldValue('result')) ? null : (
            <Seen questions={questions} result={getFieldValue('result')} />
          )
        }
      </Form.Item>
      <Form.Item name="note" label="情况说明">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {issues.map((issue) => (
        <Form.Item
          key={issue.id}
          name={['explained', String(issue.id)]}
          label={`疑点说明：${DATA_ISSUES[issue.code] ?? issue.code}${issue.about ? `（${issue.about}）` : ''}`}
          extra={
            issue.earlier
              ? '以前同样的情况是这样说明的，没有变化的可以直接用。'
              : '属实的请说明，至少 5 个字；不清楚的不填。'
          }
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      ))}
      <PhotosItem name="photos" label="现场照片" />
    </FormDialog>
  );
}

type SeenProps = { questions: Parameters<typeof AnswerItems>[0]['questions']; result: VisitResult | undefined };

function Seen({ questions, result }: SeenProps) {
  return (
    <>
      <AnswerItems questions={questions} />
      {result === 'clue' ? (
        <>
          <Form.Item name="risks" label="风险点" rules={[{ required: true, message: '请至少选择一个风险点' }]}>
            <Select mode="multiple" maxCount={MOST_RISKS} options={choicesOf(RISK_NAMES)} />
          </Form.Item>
          <Form.Item name="solved" valuePropName="checked">
            <Checkbox>现场已解决</Checkbox>
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="signed" valuePropName="checked">
        <Checkbox>农户已在纸质核查表上签字</Checkbox>
      </Form.Item>
    </>
  );
}
