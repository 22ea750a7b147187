// Finding one's village by typing its name.

import { useEffect, useState } from 'react';
import { HOTLINE } from '../../../domain/words.ts';
import { read, sentenceOf } from '../call.ts';
import type { Village } from '../types.ts';
import { Field } from './field.tsx';

/** After the last key: Chinese is typed in bursts, and every request costs on a slow network. */
const PAUSE_MS = 450;

type Found = { text: string; villages: Village[]; problem: string };

function useVillages(text: string): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    if (text === '') return;
    let left = false;
    const timer = window.setTimeout(() => {
      read<Village[]>('/declare/villages', { text }).then(
        (villages) => left || setFound({ text, villages, problem: '' }),
        (error: unknown) => left || setFound({ text, villages: [], problem: sentenceOf(error) }),
      );
    }, PAUSE_MS);
    return () => {
      left = true;
      window.clearTimeout(timer);
    };
  }, [text]);
  return found;
}

export function VillageSearch({ problem, onPick }: { problem: string; onPick: (village: Village) => void }) {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useVillages(text);
  const isCurrent = text !== '' && found?.text === text;
  return (
    <>
      <Field
        label="嘎查村名字"
        hint="同名的村多，可以连旗县、乡镇名一起写，中间空一格。例如：商都 七台 永胜"
        value={typed}
        onChange={setTyped}
        problem={problem || undefined}
        autoComplete="off"
        enterKeyHint="search"
        type="search"
      />
      <div role="status">
        {text !== '' && !isCurrent ? <p className="d-hint">正在查找…</p> : null}
        {isCurrent ? <Result found={found} onPick={onPick} /> : null}
      </div>
    </>
  );
}

function Result({ found, onPick }: { found: Found; onPick: (village: Village) => void }) {
  if (found.problem) return <p className="d-problem">{found.problem}</p>;
  if (found.villages.length === 0)
    return <p className="d-hint">没有找到这个村。请少写几个字，或换个写法再试；也可以拨打 {HOTLINE} 申报。</p>;
  return (
    <>
      <p className="d-hint">请点选：</p>
      <ul className="d-villages">
        {found.villages.map((village) => (
          <li key={village.code}>
            <button type="button" onClick={() => onPick(village)}>
              <b>{village.name}</b>
              <span>{village.pathText}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
