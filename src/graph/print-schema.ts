import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";

/** The schema as text, sorted, so that a change of it shows as a change of lines. */
export function printSortedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
