import { GraphQLJSON, GraphQLJSONObject } from "graphql-scalars";
import { Field, Float, ID, ObjectType } from "type-graphql";
import type { AnswerContent } from "./answer-text";

@ObjectType({
  description:
    "An answer that was kept so that it can be cited: it stays as it is, whatever becomes of the data. Anybody can read it by its id, and at `address` in a browser.",
})
export class KeptAnswer {
  @Field(() => ID, {
    description:
      "Its permanent id, 20 letters and digits. The same query with the same variables has the same id at one revision of the data.",
  })
  id: string;

  @Field({
    description:
      "What it answers, in a word: the name of the operation, or the root fields where the operation has no name.",
  })
  title: string;

  @Field({
    description:
      "The query in its normal form: without what is not used, arguments in the order of their names. Aliases and names are kept.",
  })
  query: string;

  @Field(() => GraphQLJSONObject, {
    description: "Its variables: those that the query has, with their defaults.",
  })
  variables: Record<string, unknown>;

  /** The same as canonical JSON. */
  variablesText: string;

  /** The answer itself. */
  content: () => Promise<AnswerContent>;

  @Field({
    description:
      "SHA-256 of the answer in hexadecimal digits: of its canonical JSON (RFC 8785), which is without spaces and has the names of each object in order.",
  })
  contentHash: string;

  @Field(() => Float, {
    description: "Revision of the data that it was read from, all of it from one moment.",
  })
  revision: number;

  @Field({ description: "Version of the data that it was read from, such as `2026-11-24.7`." })
  dataVersion: string;

  @Field({ description: "When the data had last been changed, as ISO 8601 date and time in UTC." })
  dataChangedAt: string;

  @Field({ description: "Version of the service that answered." })
  serviceVersion: string;

  @Field({ description: "When it was first kept, as ISO 8601 date and time in UTC." })
  keptAt: string;

  @Field({
    description:
      "Where it can be read: a whole URL where the service knows its own (PUBLIC_URL), else the path `/a/ID`.",
  })
  address: string;

  /** The same, but null where only the path is known. */
  publicAddress: string | null;
}

/** The type of what an answer holds. */
export const AnswerJson = GraphQLJSON;
