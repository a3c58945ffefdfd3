import type { AnswerView } from "../../common/answer-source";

/** A longer address may not be taken on its way. */
const LONGEST_LINK = 7_000;

const CHANGES = `standing problems dataVersion addedCount removedCount changedCount movedCount
    rows { kind list matchedBy row positionBefore positionAfter values { path before after } before after }`;

function playground(parameters: Record<string, string>): string {
  return `/playground?${new URLSearchParams(parameters)}`;
}

/** Where to go on from an answer: to ask it again, to see what has changed, to have it as JSON. */
export function answerLinks({ id, query, variables }: AnswerView) {
  const hasVariables = Object.keys(variables).length > 0;
  const again = playground({
    query,
    ...(hasVariables && { variables: JSON.stringify(variables, null, 2) }),
  });
  const changes = playground({
    query: `{\n  answer(id: "${id}") {\n    changes {\n    ${CHANGES}\n    }\n  }\n}\n`,
  });
  return [
    ...(again.length <= LONGEST_LINK ? [{ name: "Ask it again", url: again }] : []),
    { name: "What has changed since", url: changes },
    { name: "JSON", url: `/a/${id}.json` },
  ];
}

/** Where a list of an answer can be had as a file. */
export function fileLinks(id: string, list: string, endings: readonly string[]) {
  return endings.map((ending) => ({
    name: ending,
    url: `/a/${id}.${ending}?${new URLSearchParams({ list })}`,
  }));
}
