// A template as it is, and a copy of it with other steps and days: shown on the calendar while it is changed, saved with the
// day from which it holds.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { DetailPage, DetailTabs } from '../../../../platform/web/detail-page.tsx';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { RegionPicker } from '../../../../platform/web/region-picker.tsx';
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
  if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const item = list.data.find(({ id }) => id === search.from);
  if (!item) return <Empty what="没有这个流程模板" hint="请从流程模板列表中打开。" />;
  return <Editor key={item.id} item={item} />;
}

function Editor({ item }: { item: TemplateItem }) {
  const mayEdit = useMay('process.save-template');
  const { search } = useAddress(templateEditorSearch);
  const [draft, setDraft] = useState<ProcessTemplate>(item.definition);
  const faults = useMemo(() => templateFaults(draft), [draft]);
  const faultOf = (path: string) => faults.find((fault) => fault.path === path)?.sentence;
  const disabled = !mayEdit;
  const walk: Walk = search.tab === 'clearing' ? 'clearing' : 'identification';
  const walkTab = (of: Walk) => ({
    key: of,
    label: `${WALK_NAMES[of]}流程`,
    content: (
      <WalkEditor
        value={draft[of]}
        disabled={disabled}
        faultOf={(path) => faultOf(`${of}.${path}`)}
        onChange={(next) => setDraft({ ...draft, [of]: next })}
      />
    ),
  });
  return (
    <DetailPage
      title={item.name}
      note={item.effectiveFrom ? `${item.regionName},${item.effectiveFrom} 起执行` : '未设定模板的地区执行'}
      listPath="/process/templates"
      {...(mayEdit ? {} : { whyNot: '流程模板由旗县及以上工作人员在本区域内设定。' })}
    >
      <div className="sw-template">
        <div>
          <DetailTabs
            tabs={[
              walkTab('identification'),
              walkTab('clearing'),
              {
                key: 'others',
                label: '其他设置',
                content: <OtherSettings value={draft} disabled={disabled} faultOf={faultOf} onChange={setDraft} />,
              },
            ]}
          />
          {mayEdit ? <SaveForm item={item} draft={draft} faults={faults.length} /> : null}
        </div>
        <TimelinePreviewPart walk={draft[walk]} title={`${WALK_NAMES[walk]}流程`} />
      </div>
    </DetailPage>
  );
}

type Fields = { regionCode: number; name: string; effectiveFrom: Dayjs };

function SaveForm({ item, draft, faults }: { item: TemplateItem; draft: ProcessTemplate; faults: number }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { code } = useArea();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function save({ regionCode, name, effectiveFrom }: Fields) {
    if (faults > 0) {
      setProblem(`还有 ${faults} 处填写不对。请按红字更正后再保存。`);
      return;
    }
    setBusy(true);
    setProblem('');
    try {
      const from = effectiveFrom.format('YYYY-MM-DD');
      const given = { requestId: newRequestId(), regionCode, name, effectiveFrom: from, definition: draft };
      await processApi.client.saveTemplate(given);
      await cache.invalidateQueries({ queryKey: processApi.query.templates.key() });
      void message.success(`已保存,${from} 及以后立案的个案按新模板办理`);
      void navigate({ to: '/process/templates' });
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return (
    <section className="sw-section sw-template-save">
      <div className="sw-section-title">
        <h2>保存为新模板</h2>
      </div>
      <Form<Fields>
        layout="vertical"
        onFinish={save}
        initialValues={{
          regionCode: item.regionCode ?? code,
          name: item.regionCode ? item.name : '',
          effectiveFrom: dayjs(),
        }}
      >
        <div className="sw-template-fields">
          <Form.Item name="regionCode" label="适用地区" rules={[{ required: true, message: '请选择适用地区' }]}>
            <RegionPicker lowest="county" allowClear={false} />
          </Form.Item>
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
          <Form.Item name="effectiveFrom" label="生效日期" rules={[{ required: true, message: '请选择生效日期' }]}>
            <DatePicker className="sw-wide" allowClear={false} minDate={dayjs()} />
          </Form.Item>
        </div>
        <FormFoot problem={problem}>
          <Button type="primary" htmlType="submit" loading={busy}>
            保存
          </Button>
        </FormFoot>
      </Form>
    </section>
  );
}
