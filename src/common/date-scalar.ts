import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

/** True when the text is a day of the Gregorian calendar between the years 1000 and 9999, as YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function parse(value: unknown, node?: ValueNode): string {
  if (typeof value === "string" && isCalendarDate(value)) return value;
  const shown = typeof value === "string" ? `"${value.slice(0, 40)}"` : String(value).slice(0, 40);
  throw new GraphQLError(
    `${shown} is not a calendar date. Write it as YYYY-MM-DD, for example "2016-12-31".`,
    {
      nodes: node,
      extensions: { code: "BAD_USER_INPUT" },
    },
  );
}

/** The `Date` scalar: a calendar day without a time zone, carried as text from end to end. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description:
    'A calendar day without time or time zone, written YYYY-MM-DD, for example "2016-12-31". Years 1000 to 9999.',
  serialize: (value) => String(value),
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
});
