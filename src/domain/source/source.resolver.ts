import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Awaitable, batched, groupBy, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { loadRow } from "../node/row.loaders";
import { type Evidence, Sourced, SourceReference } from "./evidence";
import { Source } from "./source.entity";
import { findSourceGaps, findSourceTexts } from "./source.queries";
import { SourceGap } from "./source-gap.entity";
import type { SourceText } from "./source-text.entity";

const loadGaps = batched<RequestContext, null, number, SourceGap[]>(
  async (context, _, ids) => groupBy(await findSourceGaps(context.db, ids), (gap) => gap.sourceId),
  () => [],
);

const loadText = batched<RequestContext, null, number, SourceText | null>(
  async (context, _, ids) => keyBy(await findSourceTexts(context.db, ids), (row) => row.sourceId),
  () => null,
);

@Resolver(() => Sourced)
export class SourcedResolver {
  @FieldResolver(() => SourceReference)
  source(@Root() { sourceId, sourceLine, sourceColumn }: Evidence): SourceReference {
    return { sourceId, line: sourceLine, column: sourceColumn };
  }
}

@Resolver(() => SourceReference)
export class SourceReferenceResolver {
  @FieldResolver(() => Source, { description: "The document." })
  document(@Ctx() context: RequestContext, @Root() reference: SourceReference): Awaitable<Source | null> {
    return loadRow(context, "Source", reference.sourceId);
  }
}

@Resolver(() => Source)
export class SourceResolver {
  @FieldResolver(() => [SourceGap], {
    description:
      "What users ask for and the document does not say, so that nobody takes silence for an answer.",
  })
  doesNotSay(@Ctx() context: RequestContext, @Root() source: Source): Awaitable<SourceGap[]> {
    return loadGaps(context, null, source.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Full text as imported; null where it was not kept. It can be long.",
  })
  async text(@Ctx() context: RequestContext, @Root() source: Source): Promise<string | null> {
    return (await loadText(context, null, source.id))?.text ?? null;
  }
}

@Resolver(() => SourceGap)
export class SourceGapResolver {
  @FieldResolver(() => Source, { description: "The document that does not say it." })
  source(@Ctx() context: RequestContext, @Root() gap: SourceGap): Awaitable<Source | null> {
    return loadRow(context, "Source", gap.sourceId);
  }
}
