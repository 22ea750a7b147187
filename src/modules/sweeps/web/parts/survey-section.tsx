// The questions of the survey that hold in an area: those of every round, and the area's own.

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { BasisItem, EffectiveFromItem, FormDialog, todayText } from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { questionLines, readQuestions } from '../../domain/question-lines.ts';
import { CORE_QUESTIONS, MOST_OWN_QUESTIONS } from '../../domain/survey.ts';
import { type Rounds, sweeps } from '../api.ts';

type Survey = Rounds['survey'];
type Fields = { questions: string; effectiveFrom: string; basis: string };

export function SurveySection({ survey }: { survey: Survey }) {
  const [isOpen, setOpen] = useState(false);
  const may = useMay('sweeps.save-survey');
  const { questions, regionName, effectiveFrom } = survey;
  return (
    <Section title="核查问卷" extra={may ? <Button onClick={() => setOpen(true)}>设定问题</Button> : null}>
      <p>
        各地都问：{CORE_QUESTIONS.map(({ title }) => title).join('、')}。
        {questions.length > 0
          ? `本地加问（${regionName ?? ''}自 ${effectiveFrom ?? ''} 起）：${questions.map(({ title }) => title).join('、')}。`
          : '本地没有加问。'}
      </p>
      {isOpen ? <SurveyDialog survey={survey} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

function SurveyDialog({ survey: { questions }, onClose }: { survey: Survey; onClose: () => void }) {
  const { code: area } = useArea();
  const cache = useQueryClient();
  const isRead = (text: string) => {
    const read = readQuestions(text, questions);
    if ('bad' in read) throw new Error(`读不出这一行：${read.bad}。请写成“问题：选项、选项”`);
    if (read.length > MOST_OWN_QUESTIONS) throw new Error(`最多加问 ${MOST_OWN_QUESTIONS} 个问题`);
    return read;
  };
  return (
    <FormDialog<Fields>
      title="设定核查问卷"
      about="从生效日期起下发的轮次使用；已经下发的轮次仍用下发那天的问卷。"
      draft={{ form: 'sweep-survey', record: String(area), title: '核查问卷' }}
      initialValues={{ questions: questionLines(questions), effectiveFrom: todayText() }}
      deed={{ label: '设定' }}
      onSend={({ questions: text, ...fields }, requestId) =>
        sweeps.client.saveSurvey({ requestId, regionCode: area, ...fields, questions: isRead(text) })
      }
      done="已设定"
      onSent={() => cache.invalidateQueries({ queryKey: sweeps.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="questions"
        label="加问的问题"
        extra="一行一个，例如：冬季取暖有保障：有、没有"
        rules={[{ validator: async (_rule, text: string) => void isRead(text ?? '') }]}
      >
        <Input.TextArea rows={6} />
      </Form.Item>
      <EffectiveFromItem />
      <BasisItem />
    </FormDialog>
  );
}
