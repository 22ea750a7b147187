// One asset: what it is, where its money came from, whose it is, who runs it, what it earned, who gained, what was decided about it.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { DetailPage, type Fact, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { handoverPath } from '../../domain/addresses.ts';
import { assetWord, STANDING_NAMES } from '../../domain/words.ts';
import { assets, type OneAsset } from '../api.ts';
import { Contracts, Deeds, Rights, SharedOut, Years } from '../parts/asset-tables.tsx';

export function useAsset() {
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  // What was done about it in the register shows when the page is come back to.
  return useQuery({ ...assets.query.one.queryOptions({ input: { number } }), refetchOnMount: 'always' });
}

export function AssetPage() {
  const query = useAsset();
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Shown asset={query.data as OneAsset} />;
}

function Shown({ asset }: { asset: OneAsset }) {
  const navigate = useNavigate();
  const record = `${asset.countyCode}-${asset.id}`;
  const register = (code: string, words: string) => (
    <Link to="/registers/$code" params={{ code }}>
      {words}
    </Link>
  );
  return (
    <DetailPage
      title={asset.name}
      state={<StateTag tone={asset.standing === 'idle' ? 'orange' : 'plain'}>{standingOf(asset)}</StateTag>}
      note={`${asset.number} · ${asset.regionName} · ${assetWord('assetKind', asset.kind)}`}
      listPath="/assets/list"
      actions={
        <>
          <Button
            type="primary"
            onClick={() => void navigate({ to: '/registers/$code', params: { code: 'assets' }, search: { record } })}
          >
            在台账中办理、修改
          </Button>
          {asset.kind === 'household-owned' ? null : (
            <Button onClick={() => void navigate({ to: handoverPath(asset.number) })}>确权移交表</Button>
          )}
        </>
      }
    >
      {asset.doubts.length > 0 ? (
        <Alert className="sw-alert" type="warning" showIcon title={`请核对：${asset.doubts.join('；')}。`} />
      ) : null}
      <Section title="资产">
        <Facts facts={thingFacts(asset)} />
      </Section>
      <Source asset={asset} />
      <Section title="权属" extra={register('asset-rights', '权属台账')}>
        <Rights rights={asset.rights} />
      </Section>
      <Section title="经营合同" extra={register('asset-contracts', '经营合同台账')}>
        <Contracts contracts={asset.contracts} />
      </Section>
      <Section title="各年收益和分配" extra={register('asset-incomes', '收益台账')}>
        <Years years={asset.years} />
      </Section>
      <Section title="分配给谁" extra={register('asset-distributions', '收益分配台账')}>
        <SharedOut shared={asset.shared} />
      </Section>
      <Section title="办理经过">
        <Deeds deeds={asset.deeds} />
      </Section>
    </DetailPage>
  );
}

function standingOf({ cancelledOn, standing, condition }: OneAsset): string {
  if (cancelledOn) return '已注销';
  return standing === 'in-use' && condition ? assetWord('assetCondition', condition) : STANDING_NAMES[standing];
}

const yuan = (fen: number | undefined) => (fen === undefined ? undefined : `${formatMoney(fen)} 元`);

function thingFacts(asset: OneAsset): Fact[] {
  const { kind, form, subkind, quantity, unit, netFen } = asset;
  const disposal: Fact[] = asset.disposedHow
    ? [
        { label: '处置方式', value: assetWord('disposedHow', asset.disposedHow) },
        { label: '处置日期', value: asset.disposedOn },
        { label: '批复文号', value: asset.disposalDocumentNo },
        { label: '处置收入', value: yuan(asset.disposalIncomeFen) },
      ]
    : [];
  const ended: Fact[] = asset.cancelledOn ? [{ label: '注销日期', value: asset.cancelledOn }] : [];
  return [
    {
      label: '类别',
      value: [assetWord('assetKind', kind), assetWord('assetForm', form), subkind].filter(Boolean).join(' · '),
    },
    { label: '数量', value: quantity === undefined ? undefined : `${formatCount(quantity)} ${unit ?? ''}` },
    { label: '原值', value: yuan(asset.originalFen) },
    { label: '净值', value: yuan(netFen), basis: '算出的：从投用日期起按使用年限平均折旧；权益类不折旧' },
    { label: '形成年度', value: asset.formedIn },
    { label: '登记日期', value: asset.registeredOn },
    { label: '投用日期', value: asset.inUseFrom },
    { label: '主管部门', value: asset.department },
    { label: '管护单位', value: asset.upkeepUnit },
    { label: '管护费用来源', value: assetWord('upkeepSource', asset.upkeepSource) || undefined },
    { label: '年度管护经费', value: yuan(asset.yearlyUpkeepFen) },
    { label: '分类处置', value: assetWord('treatment', asset.treatment) || undefined },
    ...disposal,
    ...ended,
    { label: '备注', value: asset.remark, wide: true },
  ];
}

function Source({ asset }: { asset: OneAsset }) {
  const { project } = asset;
  const facts: Fact[] = [
    { label: '财政资金', value: yuan(asset.publicFen) },
    { label: '京蒙协作资金', value: yuan(asset.cooperationFen) },
    { label: '其他资金', value: yuan(asset.otherFen) },
    {
      label: '来源项目',
      value: project ? (
        <Link to={`/money/projects/${encodeURIComponent(project.number)}`}>
          {project.name}（{project.number}）
        </Link>
      ) : (
        '没有登记'
      ),
    },
  ];
  const made: Fact[] = project
    ? [
        { label: '项目决算', value: yuan(project.settledFen) },
        { label: '项目形成的资产', value: `${formatCount(project.assets)} 项，${yuan(project.assetsFen) ?? ''}` },
        {
          label: '资金文件',
          wide: true,
          value:
            project.documents.length > 0
              ? project.documents.map(({ number, documentNo, amountFen }) => (
                  <div key={number}>
                    <Link to={`/money/documents/${encodeURIComponent(number)}`}>
                      {documentNo || number}（{yuan(amountFen)}）
                    </Link>
                  </div>
                ))
              : '没有登记',
        },
      ]
    : [];
  return (
    <Section title="来源">
      <Facts facts={[...facts, ...made]} />
    </Section>
  );
}
