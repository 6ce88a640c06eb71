import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assess } from '../../benefits/assess.js';
import { type FactName, specOf } from '../../benefits/facts.js';
import { nextQuestion, type Question } from '../../benefits/question.js';
import type { Benefit } from '../../benefits/schema.js';
import { benefitsOf, rulebookFor } from '../../benefits/select.js';
import type { Library } from '../../knowledge/library.js';
import { covers, customaryName, findRegion } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import { assessmentList, assessRequest, benefitList, listQuery, tableQuery } from './benefits-schemas.js';
import { csvTable, htmlTable } from './benefits-table.js';
import { benefitView, citationsOf } from './benefits-view.js';
import { placeOf } from './place.js';
import { problems } from './schemas.js';

export interface BenefitParts {
  benefits: () => readonly Benefit[];
  library: () => Library;
  now: () => Date;
}

const text = { schema: z.string() };
const table = {
  description: 'one row a benefit',
  content: { 'text/html': text, 'text/csv': text },
};

const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** What the policies grant: the rules, the rules as a table, and how they come out for somebody. */
export function benefitsRoutes({ benefits, library, now }: BenefitParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/benefits',
      {
        schema: {
          summary: '政策给的待遇',
          querystring: listQuery,
          response: { 200: benefitList, ...problems(400) },
        },
      },
      async ({ query }) => {
        const place = query.region === undefined ? null : placeOf(query.region);
        const found = place === null ? benefits() : benefitsOf(benefits(), place.adcode);
        return {
          note: place === null ? null : noteOn(place, benefits(), found),
          benefits: found.map(benefitView),
        };
      },
    );

    app.get(
      '/api/benefits/table',
      {
        schema: {
          summary: '一个地方的待遇表，HTML 或 CSV',
          querystring: tableQuery,
          response: { 200: table, ...problems(400) },
        },
      },
      async ({ query }, reply) => {
        const place = placeOf(query.region);
        const found = benefitsOf(benefits(), place.adcode);
        if (query.format === 'csv') return reply.type('text/csv; charset=utf-8').send(csvTable(found));
        return reply.type('text/html; charset=utf-8').send(htmlTable(customaryName(place), found));
      },
    );

    app.post(
      '/api/benefits/assess',
      {
        schema: {
          summary: '按已知的情况判断每一项待遇',
          body: assessRequest,
          response: { 200: assessmentList, ...problems(400, 413, 415) },
        },
      },
      async ({ body }) => {
        const place = placeOf(body.region);
        const { subject, declined } = body;
        const facts = body[subject] ?? {};
        const asOf = body.asOf ?? SHANGHAI.format(now());
        const book = rulebookFor(benefits(), { adcode: place.adcode, subject, asOf });
        const assessed = assess(book, facts);
        const others = assessed
          .filter(({ outcome }) => outcome === 'eligible')
          .map(({ benefit }) => benefit.id);
        return {
          asOf,
          note: noteOn(place, benefits(), book.rules),
          nextQuestion: questionView(nextQuestion(book, facts, { declined })),
          assessments: assessed.map((one) => {
            const { benefit, outcome, amount, possibleAmounts, conditions, missing } = one;
            const { benefitId, title, kind, region, given, exclusiveGroup, notes, runBy, apply } =
              benefitView(benefit);
            return {
              benefitId,
              title,
              kind,
              region,
              given,
              outcome,
              amount,
              possibleAmounts: [...possibleAmounts],
              conditions: conditions.map((c) => ({ ...c, clause: c.clause ?? benefit.clause })),
              missing: [...missing],
              nextQuestion: questionView(
                missing.length === 0
                  ? null
                  : nextQuestion(book, facts, { declined, among: new Set([benefitId]) }),
              ),
              exclusiveGroup,
              notes,
              runBy,
              apply,
              instead: outcome === 'ineligible' ? others : [],
              citations: citationsOf(one, library()),
            };
          }),
        };
      },
    );
  };
}

const questionView = (question: Question | null) =>
  question && {
    ...question,
    options: [...question.options],
    answers: question.answers.map(({ text, facts }) => ({ text, facts: { ...facts } })),
    statuses: [...question.statuses],
    number: numberOf(question.fact),
  };

function numberOf(fact: FactName) {
  const spec = specOf(fact);
  return spec.type === 'number' ? spec : null;
}

/** What to say where no rule reaches the place; null where one does. */
function noteOn(place: Region, all: readonly Benefit[], found: readonly unknown[]): string | null {
  if (found.length > 0) return null;
  const inside = new Set(
    all.flatMap(({ region }) => {
      const held = findRegion(region.adcode);
      return held !== null && covers(place, held) ? [region.name] : [];
    }),
  );
  const name = customaryName(place);
  if (inside.size > 0) return `${name}范围里，只收录了${[...inside].join('、')}的政策；请说明是不是这里。`;
  return `没有收录适用于${name}的政策。可以打12345问当地。`;
}
