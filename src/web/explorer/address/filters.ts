import type { SubmissionWhere } from "../api/operations";
import { basisCondition } from "./basis";
import { FACET_GROUPS, type Families, UNKNOWN } from "./facet-groups";

/** What is filtered by: the values of each parameter of the address. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/** Parameters of filters that are no facets. */
export const BASIS = "basis";
export const NAME = "name";
export const SCORE_FROM = "from";
export const SCORE_TO = "to";

const PARAMETERS = [...FACET_GROUPS.map(({ parameter }) => parameter), BASIS, NAME, SCORE_FROM, SCORE_TO];

/** Reads the filters of an address. */
export function filtersIn(search: URLSearchParams): Filters {
  const given = PARAMETERS.map((name) => [name, search.getAll(name).filter(Boolean)] as const);
  return new Map(given.filter(([, values]) => values.length > 0));
}

/** The same address with a value put in, or taken out where it is there. */
export function toggled(search: URLSearchParams, parameter: string, value: string): URLSearchParams {
  const after = new URLSearchParams(search);
  const before = after.getAll(parameter);
  after.delete(parameter);
  const values = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  for (const each of values) after.append(parameter, each);
  return after;
}

/** The same address with one value of a parameter, or without it. */
export function withValue(search: URLSearchParams, parameter: string, value: string | undefined) {
  const after = new URLSearchParams(search);
  if (value === undefined || value === "") after.delete(parameter);
  else after.set(parameter, value);
  return after;
}

/** The same address without any filter. */
export function withoutFilters(search: URLSearchParams): URLSearchParams {
  const after = new URLSearchParams(search);
  for (const name of PARAMETERS) after.delete(name);
  return after;
}

/** True where scores are filtered by: what has none does not come into question. */
export function hasScoreBounds(filters: Filters): boolean {
  return filters.has(SCORE_FROM) || filters.has(SCORE_TO);
}

/** The same filters without those of a parameter. */
export function without(filters: Filters, parameter: string): Filters {
  return new Map([...filters].filter(([name]) => name !== parameter));
}

/** Where scores are filtered by, outside of a ranking. */
export interface ScorePlace {
  leaderboard: string;
}

/** The condition that filters make: each must hold, and of the values of one, any. Undefined without filters. */
export function whereOf(
  filters: Filters,
  families: Families,
  place?: ScorePlace,
): SubmissionWhere | undefined {
  const conditions: SubmissionWhere[] = [];
  const add = (alternatives: SubmissionWhere[]) => {
    if (alternatives.length === 1 && alternatives[0]) conditions.push(alternatives[0]);
    else if (alternatives.length > 1) conditions.push({ or: alternatives });
  };
  for (const { parameter, among, unknown } of FACET_GROUPS) {
    const values = filters.get(parameter) ?? [];
    const known = values.filter((value) => value !== UNKNOWN);
    const isUnknown = unknown && values.includes(UNKNOWN);
    add([...(known.length > 0 ? among(known, families) : []), ...(isUnknown ? [unknown] : [])]);
  }
  add(basisCondition(filters.get(BASIS) ?? []));
  const name = filters.get(NAME)?.[0];
  if (name) add([{ name: { contains: name } }]);
  const bounds = { gte: numberIn(filters, SCORE_FROM), lte: numberIn(filters, SCORE_TO) };
  if (bounds.gte !== undefined || bounds.lte !== undefined) add([{ score: { ...place, ...bounds } }]);
  return merged(conditions);
}

function numberIn(filters: Filters, name: string): number | undefined {
  const value = Number(filters.get(name)?.[0] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** Puts conditions of different fields into one object, which reads better than a list. */
function merged(conditions: readonly SubmissionWhere[]): SubmissionWhere | undefined {
  if (conditions.length === 0) return undefined;
  const fields = conditions.flatMap((condition) => Object.keys(condition));
  if (new Set(fields).size === fields.length) return Object.assign({}, ...conditions);
  return { and: [...conditions] };
}
