import { badInput } from "../../common/errors";
import type { Order, OrderTerm } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { raw, sql } from "../../db/sql";
import { OrderDirection } from "../catalogue/catalogue.inputs";
import { resolveReference } from "../catalogue/reference.loaders";
import { resolveSplit } from "../leaderboard/split.loaders";
import { type SubmissionOrder, SubmissionOrderField } from "./submission.inputs";

const BY_LABEL: OrderTerm[] = [
  { expression: raw("s.label"), type: "text", required: true },
  { expression: raw("s.id"), type: "integer", required: true },
];

/** The split by whose values a list is ordered; null for another order. Throws BAD_USER_INPUT without its leaderboard. */
export async function splitOfOrder(
  context: RequestContext,
  orderBy: SubmissionOrder | null | undefined,
): Promise<number | null> {
  return orderBy?.field === SubmissionOrderField.SCORE ? splitToOrderBy(context, orderBy) : null;
}

/**
 * The total order of a list of submissions `s`. `hasValue`: whether each has a value `o` on the split by whose values it
 * is ordered. Throws BAD_USER_INPUT when SCORE is asked without its leaderboard.
 */
export async function submissionOrder(
  context: RequestContext,
  orderBy: SubmissionOrder | null | undefined,
  hasValue = false,
): Promise<Order> {
  const descending = orderBy?.direction === OrderDirection.DESC;
  switch (orderBy?.field) {
    case SubmissionOrderField.SUBMITTED_ON:
      return {
        list: `submissions:date:${descending}`,
        terms: [{ expression: raw("s.submitted_on"), type: "date", descending }, ...BY_LABEL],
      };
    case SubmissionOrderField.SCORE: {
      const splitId = await splitToOrderBy(context, orderBy);
      return {
        list: `submissions:score:${splitId}:${descending}`,
        terms: [
          {
            expression: hasValue
              ? raw("o.value")
              : sql`SELECT x.value FROM score x WHERE x.submission_id = s.id AND x.split_id = ${splitId}`,
            type: "numeric",
            descending,
            required: hasValue,
          },
          ...BY_LABEL,
        ],
      };
    }
    default:
      return {
        list: `submissions:label:${descending}`,
        terms: [{ ...BY_LABEL[0], descending }, BY_LABEL[1]],
      };
  }
}

async function splitToOrderBy(context: RequestContext, orderBy: SubmissionOrder): Promise<number> {
  if (orderBy.leaderboard == null) {
    throw badInput(
      "orderBy.leaderboard",
      "is required to order by SCORE, for a score stands on a leaderboard.",
    );
  }
  const leaderboard = await resolveReference(
    context,
    "Leaderboard",
    orderBy.leaderboard,
    "orderBy.leaderboard",
  );
  return (await resolveSplit(context, leaderboard, orderBy.split, "orderBy.split")).id;
}
