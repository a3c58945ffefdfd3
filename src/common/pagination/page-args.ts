import { ArgsType, Field, Int } from "type-graphql";
import { badInput } from "../errors";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./page-size";

/** The four arguments of a Relay connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many to give from the start, or from \`after\` on: 1 to ${MAX_PAGE_SIZE}; 0 gives an empty page. ${DEFAULT_PAGE_SIZE} when neither \`first\` nor \`last\` is given. More is an error (BAD_USER_INPUT), not a clamp.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Gives what follows this cursor, which a page of the same list and order handed out.",
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many to give from the end, or up to \`before\`: 0 to ${MAX_PAGE_SIZE}. Not together with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Gives what precedes this cursor, which a page of the same list and order handed out.",
  })
  before?: string | null;
}

/** Page arguments after their check: how many rows, and from which end they are counted. */
export interface PageRequest {
  size: number;
  fromEnd: boolean;
  after: string | null;
  before: string | null;
}

function checkSize(argument: string, size: number): number {
  if (size < 0) throw badInput(argument, `${size} is negative. Give a number from 0 to ${MAX_PAGE_SIZE}.`);
  if (size > MAX_PAGE_SIZE) {
    throw badInput(
      argument,
      `${size} is more than a page may hold. Ask for at most ${MAX_PAGE_SIZE} and follow the cursors.`,
    );
  }
  return size;
}

/** Checks page arguments; throws BAD_USER_INPUT that names the argument at fault. */
export function pageRequest(args: PageArgs): PageRequest {
  const { first, last, after = null, before = null } = args;
  if (first != null && last != null) {
    throw badInput("last", "`first` and `last` cannot be given together. Keep one of them.");
  }
  const fromEnd = last != null;
  const size = fromEnd ? checkSize("last", last) : checkSize("first", first ?? DEFAULT_PAGE_SIZE);
  return { size, fromEnd, after, before };
}
