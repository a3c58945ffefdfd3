import { Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../db/request-context";
import { Source } from "../source/source.entity";
import { findSourceGaps, findSources } from "../source/source.queries";
import { SourceGap } from "../source/source-gap.entity";
import { loadDataVersion } from "./data-version.loaders";
import { countEverything } from "./meta.queries";
import { Counts, Meta } from "./meta.types";

@Resolver(() => Meta)
export class MetaResolver {
  @Query(() => Meta, {
    description:
      "What the service and its data are: versions, counts, sources, and what the sources do not say.",
  })
  async meta(@Ctx() context: RequestContext): Promise<Meta> {
    return { serviceVersion: context.serviceVersion, ...(await loadDataVersion(context)) };
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether this service keeps answers to be cited (`keepAnswer`), as whoever runs it has set it. Those that were kept can be read in any case.",
  })
  keepsAnswers(@Ctx() { keeping }: RequestContext): boolean {
    return keeping ? keeping.limits !== null : false;
  }

  @FieldResolver(() => Counts, { description: "How many things of each kind there are." })
  counts(@Ctx() context: RequestContext): Promise<Counts> {
    return countEverything(context.db);
  }

  @FieldResolver(() => [Source], { description: "The documents that the facts were read from, by title." })
  sources(@Ctx() context: RequestContext): Promise<Source[]> {
    return findSources(context.db);
  }

  @FieldResolver(() => [SourceGap], {
    description: "What users ask for and no source says, so that no answer about it can be given.",
  })
  notInSources(@Ctx() context: RequestContext): Promise<SourceGap[]> {
    return findSourceGaps(context.db, null);
  }
}
