// Villages: teams, toilets, garbage and sewage, pilots of governance.

import { sql } from 'kysely';
import { registerCells } from '../read-registers.ts';
import { type Condition, dateOf, distinct, type FigureSource, inForce, ofYear, total } from '../reading.ts';

const teamMembers: FigureSource = (r) => ({
  needs: [r.has('team-postings', sql`t.appointed_on <= ${dateOf(r.on.day)}`)],
  parts: [
    distinct(sql`select ${registerCells('team-postings', 't', { object: sql`t.cadre_number` })} from ${r.valid('team-postings')} t
      where ${inForce('t', r.on.day, 'appointed_on', 'left_on')} and ${r.within('t.place_code')}`),
  ],
});

const toiletsRectified: FigureSource = (r) => {
  const rectified = ofYear(sql`t.rectified_on`, r.before.year);
  // What a valid row refers to is there: to look for the few public ones takes half the time that looking every household's up takes.
  const ofHousehold = sql`not exists (select from ${r.valid('toilets')} o where o.number = t.toilet_number and o.nature <> 'household')`;
  return {
    needs: [
      r.has('toilets', sql`t.nature = 'household'`),
      r.has('toilet-issues', sql`${rectified} and ${ofHousehold}`),
    ],
    parts: [
      distinct(sql`select ${registerCells('toilet-issues', 't', { object: sql`t.toilet_number` })} from ${r.valid('toilet-issues')} t
        where ${rectified} and ${ofHousehold} and ${r.within('t.place_code')}`),
    ],
  };
};

const toiletsBuilt: FigureSource = (r) => {
  const built = sql`t.nature = 'household' and t.built_how in ('new', 'rebuilt') and ${ofYear(sql`t.finished_on`, r.before.year)}`;
  return {
    needs: [r.has('toilets', built)],
    parts: [
      total(sql`select ${registerCells('toilets', 't', { object: sql`t.number` })} from ${r.valid('toilets')} t
        where ${built} and ${r.within('t.place_code')}`),
    ],
  };
};

const garbageVillages: FigureSource = (r) => {
  const day = r.settings['garbage.day'] === 'year-end' ? r.before.day : r.on.day;
  return {
    needs: [r.has('village-works', sql`t.matter = 'garbage' and t.built_on <= ${dateOf(day)}`)],
    parts: [
      distinct(sql`select ${registerCells('village-works', 't', { object: sql`t.village_code` })} from ${r.valid('village-works')} t
        where t.matter = 'garbage' and ${inForce('t', day, 'built_on', 'ended_on')} and ${r.within('t.place_code')}`),
    ],
  };
};

const plannedVillages =
  (matter: 'garbage' | 'sewage'): FigureSource =>
  (r) => {
    const planned = sql`t.matter = ${matter} and t.plan_year = ${r.on.year}`;
    return {
      needs: [r.has('village-works', planned)],
      parts: [
        distinct(sql`select ${registerCells('village-works', 't', { object: sql`t.village_code` })} from ${r.valid('village-works')} t
          where ${planned} and t.planned_on <= ${dateOf(r.on.day)} and ${r.within('t.place_code')}`),
      ],
    };
  };

const pilots =
  (level: Condition): FigureSource =>
  (r) => {
    const ofLevel = sql`exists (select from regions v where v.code = t.region_code and ${level})`;
    return {
      needs: [r.has('governance-pilots', sql`t.started_on <= ${dateOf(r.on.day)} and ${ofLevel}`)],
      parts: [
        distinct(sql`select ${registerCells('governance-pilots', 't', { object: sql`t.region_code` })} from ${r.valid('governance-pilots')} t
          where ${inForce('t', r.on.day, 'started_on', 'ended_on')} and ${ofLevel} and ${r.within('t.place_code')}`),
      ],
    };
  };

export const villageSources: Record<string, FigureSource> = {
  'team.members': teamMembers,
  'toilet.rectified': toiletsRectified,
  'toilet.built': toiletsBuilt,
  'garbage.villages': garbageVillages,
  'garbage.villages.plan': plannedVillages('garbage'),
  'sewage.villages.plan': plannedVillages('sewage'),
  'governance.pilot_counties': pilots(sql`v.level = 'county' and v.kind <> 'statistical-zone'`),
  'governance.pilot_villages': pilots(sql`v.level in ('township', 'village')`),
};
