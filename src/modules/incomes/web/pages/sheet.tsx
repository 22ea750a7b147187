// 收入测算表: a year of one household, asked in its own words; what it adds up to is seen while it is told.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Form, Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DetailPage, type Fact, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { DayInput, DraftForm, NumberItem, todayText } from '../../../../platform/web/form/index.ts';
import { formatCount, formatInstant, formatMoney } from '../../../../platform/web/numbers.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath, readRecordKey } from '../../../households/domain/addresses.ts';
import { netOf, perHead, sumSheet } from '../../domain/sheet.ts';
import { incomes, type Sheet } from '../api.ts';
import { faultOf, readLine, SheetEditor, type WrittenLine } from '../parts/sheet-editor.tsx';
import { sheetSearch } from '../searches.ts';
import '../incomes.css';
import { thisYear } from '../../../../platform/web/today.ts';

/** Years back that a sheet may be of. */
const YEARS_BACK = 5;

export function SheetPage() {
  const { household = '' }: { household?: string } = useParams({ strict: false });
  const { search } = useAddress(sheetSearch);
  const key = readRecordKey(household);
  const query = useQuery({
    ...incomes.query.sheet.queryOptions({ input: { countyCode: 0, id: 0, ...key, year: search.year } }),
    enabled: key !== undefined,
  });
  if (!key) return <Empty what="没有这个页面" hint="请从农牧户列表进入，或检查链接是否完整。" />;
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const sheet = query.data as Sheet;
  return <OneSheet key={`${household} ${sheet.year} ${sheet.version ?? ''}`} sheet={sheet} {...key} />;
}

type OneSheetProps = { sheet: Sheet; countyCode: number; id: number };

function OneSheet({ sheet, countyCode, id }: OneSheetProps) {
  const { change } = useAddress(sheetSearch);
  const newest = thisYear() - 1;
  const { closedOn, year } = sheet;
  return (
    <DetailPage
      title={`${sheet.headName}户 ${year} 年收入测算表`}
      state={closedOn ? <StateTag>{closedOn} 已关账</StateTag> : null}
      note={`${sheet.villageName} · ${sheet.number}`}
      listPath="/incomes/households"
      actions={
        <Select
          aria-label="收入年度"
          value={year}
          options={Array.from({ length: YEARS_BACK }, (_, i) => ({ value: newest - i, label: `${newest - i} 年` }))}
          onChange={(next) => change({ year: next }, 'replace')}
        />
      }
    >
      <Section title="已经知道的" extra={<Link to={householdPath({ countyCode, id })}>户页面</Link>}>
        <Facts facts={knownFacts(sheet)} />
      </Section>
      <Section title="逐项填写">
        <SheetForm sheet={sheet} countyCode={countyCode} id={id} />
      </Section>
    </DetailPage>
  );
}

function knownFacts({ last, current, known, savedBy, savedAt, year }: Sheet): Fact[] {
  const yuan = (fen: number) => (fen > 0 ? `${formatMoney(fen)} 元` : '没有登记');
  const ofYear = (one: Sheet['last']) =>
    one && `人均 ${formatMoney(one.perHeadFen)} 元（纯收入 ${formatMoney(one.netFen)} 元，${one.members} 人）`;
  return [
    { label: `${year - 1} 年`, value: ofYear(last) },
    { label: `${year} 年现有`, value: ofYear(current) },
    { label: '务工台账算出的工资', value: yuan(known.wagesFen), basis: '月收入 × 在岗天数 ÷ 365 × 12' },
    { label: '低保名册发放合计', value: yuan(known.dibaoFen) },
    { label: '分红和利益联结发放', value: yuan(known.sharesFen) },
    { label: '上次填写', value: savedBy ? `${savedBy}，${formatInstant(savedAt)}` : '还没有填过' },
  ];
}

type Fields = { members: number; collectedOn: string; lines: WrittenLine[] };

function SheetForm({ sheet, countyCode, id }: OneSheetProps) {
  const cache = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const may = useMay('incomes.save-sheet');
  const { year, version, closedOn, lines, current } = sheet;
  const mayFill = may && closedOn === undefined;
  const corrected = current !== undefined && lines.length > 0 && netOf(sumSheet(lines)) !== current.netFen;
  return (
    <DraftForm<Fields>
      form={form}
      draft={{
        form: 'income-sheet',
        record: `${countyCode}-${id}-${year}`,
        title: `收入测算表：${sheet.headName}户 ${year} 年`,
      }}
      initialValues={{
        members: sheet.members,
        collectedOn: sheet.collectedOn ?? todayText(),
        lines: lines.map((line) => ({ ...line })),
      }}
      {...(mayFill ? { deed: { label: '保存测算表' } } : {})}
      back=""
      onSend={(fields, requestId) =>
        incomes.client.saveSheet({
          ...{ requestId, countyCode, id, year, members: fields.members, collectedOn: fields.collectedOn },
          lines: fields.lines.map(readLine),
          ...(version === undefined ? {} : { version }),
        })
      }
      done="测算表已保存"
      onSent={() => cache.invalidateQueries({ queryKey: incomes.query.key() })}
    >
      {current && lines.length === 0 ? (
        <Alert type="info" title="这一年的收支是从台账或户表来的，没有测算表。保存测算表后，以测算表为准。" showIcon />
      ) : null}
      {corrected ? (
        <Alert type="warning" title="保存测算表后，“家庭收支”台账又更正过，合计与下面不同。" showIcon />
      ) : null}
      <div className="sw-register-fields">
        <NumberItem name="members" label="年末人口" unit="人" required least={1} most={50} />
        <Form.Item name="collectedOn" label="采集日期" rules={[{ required: true, message: '请选择采集日期' }]}>
          <DayInput latest={todayText()} />
        </Form.Item>
      </div>
      <Form.Item
        name="lines"
        validateTrigger={[]}
        rules={[
          {
            validator: async (_rule, value: WrittenLine[]) => {
              const fault = faultOf(value);
              if (fault) throw new Error(fault);
            },
          },
        ]}
      >
        <SheetEditor />
      </Form.Item>
      <Sums sheet={sheet} form={form} />
    </DraftForm>
  );
}

function Sums({ sheet, form }: { sheet: Sheet; form: ReturnType<typeof Form.useForm<Fields>>[0] }) {
  const lines = Form.useWatch('lines', form) ?? [];
  const members = Form.useWatch('members', form);
  const sums = sumSheet(lines.map(readLine));
  const net = netOf(sums);
  const head = typeof members === 'number' && members > 0 ? perHead(net, members) : undefined;
  const { last } = sheet;
  return (
    <div className="sw-sheet-sum" aria-live="polite">
      <span>收入合计 {formatMoney(net + sums.cost)} 元</span>
      <span>生产花费 {formatMoney(sums.cost)} 元</span>
      <strong>纯收入 {formatMoney(net)} 元</strong>
      <strong>人均 {formatMoney(head)} 元</strong>
      {last && head !== undefined ? (
        <span className={head < last.perHeadFen ? 'sw-tone-red' : ''}>
          比 {formatCount(last.year).replace(',', '')} 年人均{head < last.perHeadFen ? '少' : '多'}{' '}
          {formatMoney(Math.abs(head - last.perHeadFen))} 元
        </span>
      ) : null}
    </div>
  );
}
