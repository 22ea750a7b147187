// Nobody leaves a post of duty while a household or a project would be left without a person (registers §14). What comes by file is not held up: it is
// listed among the gaps.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { isTheirCase, isTheirs } from './theirs.ts';

const ofCadre = (column: string) =>
  `(select k.${column} from cadres k where k.number = t.cadre_number and not k.voided limit 1)`;
const CADRE = { number: 't.cadre_number', name: ofCadre('name'), region: ofCadre('region_code') };
/** The same person holds another post of the county: what is theirs has a person still. */
const STAYS = `exists (select from duty_terms o where o.cadre_number = t.cadre_number and o.county_code = t.county_code and o.id <> t.id
  and not o.voided and o.dismissed_on is null)`;

function guard(where: string, words: string): Guard {
  return { register: 'duty-terms', move: 'leave', where: `not ${STAYS} and ${where}`, words };
}

export const dutiesGuards: Guard[] = [
  guard(
    `exists (select from cases c where c.county_code = t.county_code and c.ended_on is null and ${isTheirCase(CADRE)})`,
    '名下还有没有结案的监测对象，请先在“责任移交”里移交给接任的人',
  ),
  guard(
    `exists (select from projects p where p.county_code = t.county_code and not p.voided and ${isTheirs('p.responsible', CADRE)}
      and p.handed_over_on is null and p.removed_on is null)`,
    '名下还有没有移交的项目，请先在“项目”台账里改写责任人',
  ),
];
