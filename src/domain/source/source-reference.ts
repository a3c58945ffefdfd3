import { badInput, CallerError, ErrorCode } from "../../common/errors";
import { parseGlobalId } from "../../common/global-id";
import { batched } from "../../common/loader";
import { nameKey } from "../../common/name-key";
import type { RequestContext } from "../../db/request-context";
import { loadRow } from "../node/row.loaders";
import { findSourcesBySlug, nearestSlugs } from "./source.queries";

const SUGGESTIONS = 5;

const loadIdBySlug = batched<RequestContext, null, string, number | null>(
  async (context, _, slugs) =>
    new Map((await findSourcesBySlug(context.db, slugs)).map(({ slug, id }) => [slug, id])),
  () => null,
);

/** Likeness costs a statement: it is looked for once for each wrong reference, but only for the first few. */
const SUGGESTED_REFERENCES = 3;

const loadNearest = batched<RequestContext, null, string, string[]>(
  async (context, _, slugs) => {
    const wrong = slugs.slice(0, SUGGESTED_REFERENCES);
    const nearest = await Promise.all(wrong.map((slug) => nearestSlugs(context.db, slug, SUGGESTIONS)));
    return new Map(wrong.map((slug, i) => [slug, nearest[i]]));
  },
  () => [],
);

/**
 * Finds the document that a reference means: a slug, else a global id. Throws NOT_FOUND with the nearest slugs, or
 * BAD_USER_INPUT for the id of another type. `argument` names the reference's place in the query.
 */
export async function resolveSource(context: RequestContext, ref: string, argument: string): Promise<number> {
  const slug = nameKey(ref);
  if (slug === "") throw badInput(argument, "is empty. Give the id or slug of a document.");
  const found = (await loadIdBySlug(context, null, slug)) ?? (await byGlobalId(context, ref, argument));
  if (found !== null) return found;
  const suggestions = await loadNearest(context, null, slug);
  const hint = suggestions.length
    ? ` Did you mean ${suggestions.map((each) => `"${each}"`).join(" or ")}?`
    : " `meta { sources { slug } }` lists all of them.";
  throw new CallerError(
    ErrorCode.NOT_FOUND,
    `${argument}: there is no document "${ref.slice(0, 80)}".${hint}`,
    { argument, suggestions },
  );
}

async function byGlobalId(context: RequestContext, ref: string, argument: string): Promise<number | null> {
  const id = parseGlobalId(ref);
  if (!id) return null;
  if (id.type !== "Source") {
    throw badInput(argument, `"${ref}" is the id of a ${id.type}. Give the id or slug of a document.`);
  }
  return (await loadRow(context, "Source", id.key))?.id ?? null;
}
