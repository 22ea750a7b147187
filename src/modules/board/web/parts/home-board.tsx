// Home: the figures of the board, as they were last counted. It counts nothing: that begins on the board.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { changeOf, changeText } from '../../domain/standing.ts';
import { boardApi, type Card } from '../api.ts';
import { ValueOf } from './figure-card.tsx';

const noteOf = ({ now, lastYear, unit }: Card) => {
  const text = changeText(changeOf(now?.number, lastYear?.number, unit), unit);
  return text ? `比去年 ${text}` : undefined;
};

export function HomeBoard() {
  const { code: area } = useArea();
  const { data } = useQuery(boardApi.query.show.queryOptions({ input: { area } }));
  const cards = data?.cards.filter(({ now }) => now !== undefined) ?? [];
  if (!data) return null;
  return (
    <Section title={`看板 · 时点 ${data.day}`} extra={<Link to="/board">打开看板</Link>}>
      {cards.length === 0 ? <p className="sw-quiet">主要指标在看板里计算，算过的显示在这里。</p> : null}
      <StatRow>
        {cards.map((card) => (
          <StatCard
            key={card.id}
            title={card.name}
            value={<ValueOf card={card} isCounting={false} />}
            note={noteOf(card)}
            to="/board"
            search={{ figure: card.id }}
          />
        ))}
      </StatRow>
    </Section>
  );
}
