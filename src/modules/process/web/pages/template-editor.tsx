// A template as it is, and a copy of it with other steps and days: shown on the calendar while it is changed, saved with the
// day from which it holds.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, type FormInstance, Input } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DetailPage } from '../../../../platform/web/detail-page.tsx';
import { DetailTabs } from '../../../../platform/web/detail-tabs.tsx';
import { DraftForm, EffectiveFromItem, HolderItem, useResume } from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { ProcessTemplate } from '../../domain/process-template.ts';
import { WALK_NAMES, type Walk } from '../../domain/steps.ts';
import { templateFaults } from '../../domain/template-faults.ts';
import type { TemplateItem } from '../api.ts';
import { processApi } from '../api.ts';
import { OtherSettings } from '../parts/template-others.tsx';
import { WalkEditor } from '../parts/template-walk.tsx';
import { TimelinePreviewPart } from '../parts/timeline-preview.tsx';
import { templateEditorSearch } from '../searches.ts';
import '../process.css';

export function TemplateEditorPage() {
  const { search } = useAddress(templateEditorSearch);
  const list = useQuery(processApi.query.templates.queryOptions());
  if (list.isPending) return <Loading />;
  if (list.isLoadingError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const item = list.data.find(({ id }) => id === search.from);
  if (!item) return <Empty what="没有这个流程模板" hint="请从流程模板列表中打开。" />;
  return <Editor key={item.id} item={item} />;
}

const TEMPLATE_DRAFT = 'process-template';

type Fields = { definition: ProcessTemplate; regionCode: number; name: string; effectiveFrom: string };

const checkDefinition = async (_rule: unknown, definition: ProcessTemplate) => {
  const faults = templateFaults(definition).length;
  if (faults > 0) throw new Error(`还有 ${faults} 处填写不对。请按红字更正后再保存。`);
};

function Editor({ item }: { item: TemplateItem }) {
  const mayEdit = useMay('process.save-template');
  const { search } = useAddress(templateEditorSearch);
  const [form] = Form.useForm<Fields>();
  const draft = Form.useWatch('definition', { form, preserve: true }) ?? item.definition;
  // The form is the page: whoever goes on with a draft finds it here.
  useResume(TEMPLATE_DRAFT, (record) => record === String(item.id));
  const walk: Walk = search.tab === 'clearing' ? 'clearing' : 'identification';
  return (
    <DetailPage
      title={item.name}
      note={item.effectiveFrom ? `${item.regionName}，${item.effectiveFrom} 起执行` : '未设定模板的地区执行'}
      listPath="/process/templates"
      {...(mayEdit ? {} : { whyNot: '流程模板由旗县及以上工作人员在本区域内设定。' })}
    >
      <div className="sw-template">
        <TemplateForm item={item} form={form} mayEdit={mayEdit} />
        <TimelinePreviewPart walk={draft[walk]} title={`${WALK_NAMES[walk]}流程`} />
      </div>
    </DetailPage>
  );
}

type TemplateFormProps = { item: TemplateItem; form: FormInstance<Fields>; mayEdit: boolean };

function TemplateForm({ item, form, mayEdit }: TemplateFormProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { code } = useArea();
  const [today] = useState(() => dayjs().format('YYYY-MM-DD'));
  return (
    <DraftForm<Fields>
      form={form}
      draft={{ form: TEMPLATE_DRAFT, record: String(item.id), title: `流程模板：${item.name}` }}
      {...(mayEdit ? { deed: { label: '保存' } } : {})}
      back=""
      initialValues={{
        definition: item.definition,
        regionCode: item.regionCode ?? code,
        name: item.regionCode ? item.name : '',
        effectiveFrom: today,
      }}
      onSend={(fields, requestId) => processApi.client.saveTemplate({ requestId, ...fields })}
      done="已保存，生效日期及以后立案的个案按新模板办理"
      onSent={async () => {
        await cache.invalidateQueries({ queryKey: processApi.query.templates.key() });
        await navigate({ to: '/process/templates' });
      }}
    >
      <Form.Item name="definition" validateTrigger="onSubmit" rules={[{ validator: checkDefinition }]}>
        <Definition disabled={!mayEdit} />
      </Form.Item>
      {mayEdit ? <SaveFields today={today} /> : null}
    </DraftForm>
  );
}

type DefinitionProps = { value?: ProcessTemplate; onChange?: (value: ProcessTemplate) => void; disabled: boolean };

/** The two ways and the rest, as tabs over one value. */
function Definition({ value, onChange, disabled }: DefinitionProps) {
  const faults = useMemo(() => (value ? templateFaults(value) : []), [value]);
  if (!value) return null;
  const faultOf = (path: string) => faults.find((fault) => fault.path === path)?.sentence;
  const give = (next: ProcessTemplate) => onChange?.(next);
  const walkTab = (of: Walk) => ({
    key: of,
    label: `${WALK_NAMES[of]}流程`,
    content: (
      <WalkEditor
        value={value[of]}
        disabled={disabled}
        faultOf={(path) => faultOf(`${of}.${path}`)}
        onChange={(next) => give({ ...value, [of]: next })}
      />
    ),
  });
  return (
    <DetailTabs
      tabs={[
        walkTab('identification'),
        walkTab('clearing'),
        {
          key: 'others',
          label: '其他设置',
          content: <OtherSettings value={value} disabled={disabled} faultOf={faultOf} onChange={give} />,
        },
      ]}
    />
  );
}

function SaveFields({ today }: { today: string }) {
  return (
    <section className="sw-section sw-template-save">
      <div className="sw-section-title">
        <h2>保存为新模板</h2>
      </div>
      <div className="sw-template-fields">
        <HolderItem />
        <Form.Item
          name="name"
          label="模板名称"
          rules={[
            { required: true, message: '请填写模板名称' },
            { min: 2, message: '模板名称至少 2 个字' },
          ]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <EffectiveFromItem earliest={today} />
      </div>
    </section>
  );
}
