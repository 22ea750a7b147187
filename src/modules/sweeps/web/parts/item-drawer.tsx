// One household of a round: why it is listed, and what each visit found.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Image } from 'antd';
import { Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { RISK_NAMES, type Risk } from '../../../cases/domain/words.ts';
import { householdPath } from '../../../households/domain/addresses.ts';
import { DATA_ISSUES } from '../../../households/domain/registry-columns.ts';
import { SWEEP_LISTS, VISIT_MODES, VISIT_RESULTS } from '../../domain/words.ts';
import { type Asked, type ItemTold, type ListedHousehold, sweeps } from '../api.ts';

type ItemDrawerProps = { number: string; row: ListedHousehold; onClose: () => void };

export function ItemDrawer({
  number,
  row: { countyCode, id: householdId, headName, villageName },
  onClose,
}: ItemDrawerProps) {
  const query = useQuery(sweeps.query.item.queryOptions({ input: { number, countyCode, householdId } }));
  return (
    <GuardedDrawer title={`${villageName} ${headName}`} onClose={onClose}>
      {query.isPending ? <Loading rows={6} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <ItemView item={query.data} /> : null}
    </GuardedDrawer>
  );
}

function ItemView({ item }: { item: ItemTold }) {
  const { countyCode, id, number, lists, reasons, assignedTo, issues, visits, questions, blind } = item;
  return (
    <>
      <Facts
        facts={[
          { label: '户编号', value: <Link to={householdPath({ countyCode, id })}>{number}</Link> },
          { label: '承办人', value: assignedTo },
          { label: '清单', value: lists.map((list) => SWEEP_LISTS[list]).join('、'), wide: true },
          { label: '入选依据', value: reasons.join('、'), wide: true },
          {
            label: '未处理疑点',
            value: issues
              .map(({ code, about }) => `${DATA_ISSUES[code] ?? code}${about ? `（${about}）` : ''}`)
              .join('；'),
            wide: true,
          },
        ]}
      />
      {visits.length === 0 ? (
        <p className="sw-quiet">{blind ? '等待复核，登记复核以后才看得到首次核查的内容。' : '还没有核查。'}</p>
      ) : null}
      {visits.map((visit) => (
        <Visit key={visit.id} visit={visit} countyCode={countyCode} questions={questions} />
      ))}
    </>
  );
}

type VisitTold = ItemTold['visits'][number];
type VisitProps = { visit: VisitTold; countyCode: number; questions: readonly Asked[] };

function Visit({ visit, countyCode, questions }: VisitProps) {
  const { id, visitedOn, mode, result, visitors, answers, risks, note, solved, photos, late, replaced } = visit;
  return (
    <Section
      title={`${visitedOn} ${VISIT_MODES[mode]}`}
      extra={
        <>
          {late ? <StateTag tone="orange">过期</StateTag> : null}
          {replaced ? <StateTag tone="plain">已改正或重做</StateTag> : null}
        </>
      }
    >
      <Facts
        facts={[
          { label: '结论', value: `${VISIT_RESULTS[result]}${solved ? '，现场已解决' : ''}` },
          { label: '核查人', value: visitors },
          { label: '风险点', value: risks.map((risk) => RISK_NAMES[risk as Risk] ?? risk).join('、'), wide: true },
          ...questions.map(({ code, title, choices }) => ({ label: title, value: choices[answers[code] ?? ''] })),
          { label: '情况说明', value: note, wide: true },
        ]}
      />
      <Image.PreviewGroup>
        <div className="sw-photos">
          {photos.map((photo) => (
            <Image
              key={photo.id}
              alt={photo.name}
              height={96}
              src={`/api/sweeps/visits/${countyCode}/${id}/photos/${photo.id}`}
            />
          ))}
        </div>
      </Image.PreviewGroup>
    </Section>
  );
}
