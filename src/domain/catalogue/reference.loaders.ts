import { badInput, CallerError, ErrorCode } from "../../common/errors";
import { parseGlobalId } from "../../common/global-id";
import { batched, groupBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { loadRow, primeRows } from "../node/row.loaders";
import { type Kind, type KindName, Kinds } from "./kind";
import { findDescendants, findReferencedRows, nearestNames, type ReferenceMatch } from "./reference.queries";

const SUGGESTIONS = 5;

/** Likeness costs a statement each, and who gets many references wrong is helped by the first few answers. */
const SUGGESTED_REFERENCES = 3;

const loadMatches = batched<RequestContext, KindName, string, ReferenceMatch[]>(
  async (context, name, refs) => {
    const found = await findReferencedRows(context.db, name, refs);
    primeRows(
      context,
      name,
      found.map(({ row }) => row),
    );
    return groupBy(
      found.map(({ match }) => match),
      (match) => match.ref,
    );
  },
  () => [],
  { lasting: (name) => (name === "Submission" ? null : `reference to ${name}`) },
);

const loadNearest = batched<RequestContext, KindName, string, string[]>(
  async (context, name, refs) => {
    const nearest = refs
      .slice(0, SUGGESTED_REFERENCES)
      .map(async (ref) => [ref, await nearestNames(context.db, Kinds[name], ref, SUGGESTIONS)] as const);
    return new Map(await Promise.all(nearest));
  },
  () => [],
);

const loadDescendants = batched<RequestContext, KindName, number, number[]>(
  async (context, name, ids) => {
    const rows = groupBy(await findDescendants(context.db, Kinds[name], ids), (row) => row.rootId);
    return new Map([...rows].map(([root, under]) => [root, under.map((row) => row.id)]));
  },
  () => [],
  { lasting: (name) => `what is under ${name}` },
);

/**
 * Finds the thing that a reference means: a global id, else a slug, else a name, else an alias, ignoring case.
 * Throws NOT_FOUND with the nearest names, AMBIGUOUS with all candidates, BAD_USER_INPUT for the id of another type.
 * `argument` names the reference's place in the query.
 */
export async function resolveReference(
  context: RequestContext,
  name: KindName,
  ref: string,
  argument: string,
): Promise<number> {
  const kind: Kind = Kinds[name];
  if (ref.trim() === "") {
    throw badInput(argument, `is empty. Give the id, slug, name or an alias of a ${kind.label}.`);
  }
  const matches = await loadMatches(context, name, ref);
  const closest = Math.min(...matches.map((match) => match.precedence));
  const candidates = new Map(
    matches.filter((match) => match.precedence === closest).map((match) => [match.id, match]),
  );
  const globalId = await readGlobalId(context, name, ref, argument, candidates.size > 0);
  if (globalId !== null) return globalId;
  if (candidates.size === 1) return [...candidates.keys()][0];
  if (candidates.size > 1) throw ambiguous(kind, ref, argument, [...candidates.values()]);
  throw await notFound(context, name, ref, argument);
}

/** The ids of the given things and of everything under them. */
export async function withDescendants(
  context: RequestContext,
  name: KindName,
  ids: readonly number[],
): Promise<number[]> {
  if (!Kinds[name].tree) return [...ids];
  const families = await Promise.all(ids.map((id) => loadDescendants(context, name, id)));
  return [...new Set(families.flat())];
}

async function readGlobalId(
  context: RequestContext,
  name: KindName,
  ref: string,
  argument: string,
  hasOtherMatch: boolean,
): Promise<number | null> {
  const kind = Kinds[name];
  const id = parseGlobalId(ref);
  if (!id) return null;
  if (id.type === kind.type && (await loadRow(context, name, id.key))) return id.key;
  if (hasOtherMatch) return null;
  throw id.type === kind.type
    ? new CallerError(ErrorCode.NOT_FOUND, `${argument}: no ${kind.label} has the id "${ref}".`, { argument })
    : badInput(argument, `"${ref}" is the id of a ${id.type}. Give the id, slug or name of a ${kind.label}.`);
}

function ambiguous(kind: Kind, ref: string, argument: string, candidates: ReferenceMatch[]): CallerError {
  const listed = candidates.map((match) => `"${match.name}" (${match.slug})`).join(", ");
  return new CallerError(
    ErrorCode.AMBIGUOUS,
    `${argument}: "${ref}" can mean ${candidates.length} of the ${kind.label}s: ${listed}. Give a slug or an id.`,
    { argument, suggestions: candidates.map((match) => match.slug) },
  );
}

async function notFound(
  context: RequestContext,
  name: KindName,
  ref: string,
  argument: string,
): Promise<CallerError> {
  const kind = Kinds[name];
  const suggestions = await loadNearest(context, name, ref);
  const shown = ref.length > 80 ? `${ref.slice(0, 80)}…` : ref;
  const hint = suggestions.length
    ? ` Did you mean ${suggestions.map((name) => `"${name}"`).join(" or ")}?`
    : ` No name comes close; \`search\` looks through all of them.`;
  return new CallerError(ErrorCode.NOT_FOUND, `${argument}: there is no ${kind.label} "${shown}".${hint}`, {
    argument,
    suggestions,
  });
}
