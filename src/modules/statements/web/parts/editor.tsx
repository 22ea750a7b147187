// The text of a statement with its tokens; a figure is picked by name and put where the cursor stands.

import { useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useRef } from 'react';
import { DraftForm } from '../../../../platform/web/form/index.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { FIGURES } from '../../../figures/domain/definitions/index.ts';
import { PHRASES } from '../../domain/phrases.ts';
import { checkTemplate } from '../../domain/render.ts';
import { type StatementShown, statements } from '../api.ts';

export type Typed = { body: string; allowed: string[] };

const PICKED = FIGURES.map(({ id, name }) => ({ value: id, label: `${name}（${id}）` }));
const SAID = Object.entries(PHRASES).map(([value, { help }]) => ({
  value,
  label: value ? `${value}：${help}` : `只写${help}`,
}));

/** The first fault of a text in a sentence; undefined when it may be kept. */
export function faultIn({ body, allowed }: Typed): string | undefined {
  const [fault, ...more] = checkTemplate(body, allowed);
  if (!fault) return undefined;
  return `第 ${fault.line} 行：${fault.what}${more.length > 0 ? `；另有 ${more.length} 处` : ''}`;
}

type InsertProps = { form: FormInstance<Typed>; area: RefObject<TextAreaRef | null> };

function Insert({ form, area }: InsertProps) {
  const phrase = useRef('');
  function put(id: string) {
    const box = area.current?.resizableTextArea?.textArea;
    const body = form.getFieldValue('body') as string;
    const at = box?.selectionStart ?? body.length;
    const token = `{if}{${id}${phrase.current ? `：${phrase.current}` : ''}}，{end}`;
    form.setFieldValue('body', `${body.slice(0, at)}${token}${body.slice(box?.selectionEnd ?? at)}`);
    box?.focus();
  }
  return (
    <div className="sw-statement-insert">
      <Select
        showSearch
        optionFilterProp="label"
        placeholder="插入指标：按名称查找"
        aria-label="插入指标"
        value={null}
        options={PICKED}
        onSelect={(id: string | null) => put(id ?? '')}
      />
      <Select
        aria-label="说法"
        style={{ width: 180 }}
        defaultValue=""
        popupMatchSelectWidth={420}
        options={SAID}
        labelRender={({ value }) => (value ? `说法：${String(value)}` : '说法：数')}
        onChange={(value: string) => {
          phrase.current = value;
        }}
      />
    </div>
  );
}

export function Editor({ statement, form }: { statement: StatementShown; form: FormInstance<Typed> }) {
  const { countyCode, id, version, number, title, body, allowed } = statement;
  const queries = useQueryClient();
  const area = useRef<TextAreaRef>(null);
  const mayWrite = useMay('statements.save') && statement.state === 'draft';
  return (
    <DraftForm<Typed>
      key={version}
      form={form}
      draft={{ form: 'statement', record: `${countyCode}-${id}`, title: `发布稿：${title}` }}
      initialValues={{ body, allowed }}
      {...(mayWrite ? { deed: { label: '保存正文' } } : {})}
      back=""
      done={`${number} 的正文已保存`}
      onSend={(typed, requestId) => statements.client.save({ countyCode, id, requestId, version, ...typed })}
      onSent={() => queries.invalidateQueries({ queryKey: statements.query.key() })}
    >
      {mayWrite ? <Insert form={form} area={area} /> : null}
      <Form.Item
        name="body"
        label="正文"
        dependencies={['allowed']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, text: string) => {
              const fault = faultIn({ body: text, allowed: (getFieldValue('allowed') as string[]) ?? [] });
              return fault ? Promise.reject(new Error(fault)) : Promise.resolve();
            },
          }),
        ]}
      >
        <Input.TextArea ref={area} className="sw-statement-body" maxLength={60_000} spellCheck={false} />
      </Form.Item>
      <Form.Item name="allowed" label="固定提法" extra="含数词、但不是数的说法，如“两山银行”；逐个回车">
        <Select mode="tags" open={false} tokenSeparators={['，', '、']} suffixIcon={null} />
      </Form.Item>
    </DraftForm>
  );
}
